import { expect, test } from '@jest/globals'
import {
  DESTINATION_TRANSITIONS,
  LIST_ORDERS,
  SOURCE_TRANSITIONS,
  STATE_GROUPS,
  STATE_LABELS,
  nextState,
} from '@accord/shared/protocol'
import { ConnectionListQuery } from '@accord/shared/schemas'
import { countText, GROUPS, totalOf } from '../src/connections/group-counts.ts'
import { FIRST_VIEW, firstSorting, questionOf } from '../src/connections/list-view.ts'
import { endsHere, LIFE_CHANGES, possibleActions } from '../src/connection-state/possible-actions.ts'
import { snapshot } from './snapshot.ts'

test('the node is asked for nothing that the reader has not asked for, apart from the counts and the order', () => {
  expect(questionOf(FIRST_VIEW)).toEqual({ counts: 'true', sort: 'changed', order: 'desc' })
  const narrowed = { ...FIRST_VIEW, search: '  beta ', group: 'paused', trail: ['first', 'second'] } as const
  expect(questionOf(narrowed)).toMatchObject({ search: 'beta', group: 'paused', after: 'second' })
})

test('what the list asks is what the node takes', () => {
  for (const column of LIST_ORDERS)
    for (const group of GROUPS)
      expect(() =>
        ConnectionListQuery.parse(questionOf({ ...FIRST_VIEW, group, sorting: firstSorting(column), search: 'x' })),
      ).not.toThrow()
})

test('a group that was not counted to its end says so, and so does the sum', () => {
  const counts = { upTo: 1000, trouble: 1, waiting: 2, active: 1000, paused: 0, ended: 3 }
  expect(totalOf(counts)).toEqual({ total: 1006, atLeast: true })
  expect(totalOf({ ...counts, active: 999 })).toEqual({ total: 1005, atLeast: false })
  expect([countText(1000, 1000, 'de'), countText(999, 1000, 'de')]).toEqual(['1.000+', '999'])
})

test('every state that is listed belongs to one group', () => {
  expect(Object.values(STATE_GROUPS).flat().toSorted()).toEqual(
    Object.keys(STATE_LABELS)
      .filter((state) => state !== 'terminated')
      .toSorted(),
  )
})

test('an action is offered only where the tables allow it, and codes never at the side that accepted', () => {
  for (const state of Object.keys(STATE_LABELS)) {
    const offered = possibleActions(snapshot({ side: 'source', state }))
    expect(offered.includes('revoke')).toBe(nextState(SOURCE_TRANSITIONS, state, 'revoke') !== undefined)
    const afterRevoke = nextState(SOURCE_TRANSITIONS, state, 'revoke') ?? state
    expect(offered.includes('reissue')).toBe(nextState(SOURCE_TRANSITIONS, afterRevoke, 'reissue') !== undefined)
  }
  for (const state of Object.keys(DESTINATION_TRANSITIONS)) {
    const offered = possibleActions(snapshot({ side: 'destination', state }))
    expect(offered).not.toContain('revoke')
    expect(offered).not.toContain('reissue')
    for (const change of LIFE_CHANGES)
      expect(offered.includes(change)).toBe(nextState(DESTINATION_TRANSITIONS, state, change) !== undefined)
  }
})

test('who paused may resume, whoever has not may pause, and only what the other side holds is ended together with it', () => {
  const pauses = (state: string) => possibleActions(snapshot({ state })).filter((action) => action.endsWith('activate'))
  expect(pauses('active')).toEqual(['deactivate'])
  expect(pauses('deactivated_by_peer')).toEqual(['deactivate'])
  expect(pauses('deactivated')).toEqual(['activate'])
  expect(pauses('deactivated_by_both')).toEqual(['activate'])
  expect(['invited', 'expired', 'terminated_by_peer'].map((state) => endsHere(snapshot({ state })))).toEqual([
    true,
    true,
    true,
  ])
  expect(['active', 'pending', 'peer_lost'].map((state) => endsHere(snapshot({ state })))).toEqual([
    false,
    false,
    false,
  ])
})
