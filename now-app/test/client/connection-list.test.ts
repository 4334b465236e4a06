import { expect, test } from '@jest/globals'
import { DESTINATION_TRANSITIONS, SOURCE_TRANSITIONS, STATE_LABELS, nextState } from '@accord/shared/protocol'
import { filterConnections, sortConnections } from '../../src/client/connections/connection-filter.ts'
import { endsHere, LIFE_CHANGES, possibleActions } from '../../src/client/connection/possible-actions.ts'
import { snapshot } from './snapshot.ts'

test('filtering by a word finds every inner state behind it', () => {
  const list = [snapshot({ state: 'invited' }), snapshot({ state: 'pending' }), snapshot({ state: 'active' })]
  expect(filterConnections(list, '', 'Pending').map(({ state }) => state)).toEqual(['invited', 'pending'])
})

test('a search finds the name, both short names, the other side and its address, whatever the case', () => {
  const found = snapshot({ name: 'Alpha to Beta', localShortName: 'Alpha', remoteShortName: 'Beta' })
  for (const words of ['alpha TO', 'beta', 'company b', 'company-b.example'])
    expect(filterConnections([found], words, '')).toHaveLength(1)
  expect(filterConnections([found], 'gamma', '')).toHaveLength(0)
})

test('sorting never loses a row, and descending is the reverse of ascending', () => {
  const list = ['b', 'a10', 'a2'].map((name) => snapshot({ name }))
  const names = (descending: boolean) => sortConnections(list, { column: 'name', descending }).map(({ name }) => name)
  expect(names(false)).toEqual(['a2', 'a10', 'b'])
  expect(names(true)).toEqual(names(false).toReversed())
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
