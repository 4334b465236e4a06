import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import {
  DESTINATION_TRANSITIONS,
  INVITATION_TRANSITIONS,
  nextState,
  statesAfter,
  SOURCE_TRANSITIONS,
  STATE_LABELS,
  type TransitionTable,
} from '@accord/shared/protocol'

const TABLES: readonly (readonly [string, TransitionTable, string])[] = [
  ['the source', SOURCE_TRANSITIONS, 'invited'],
  ['the destination', DESTINATION_TRANSITIONS, 'redeeming'],
  ['the invitation', INVITATION_TRANSITIONS, 'open'],
]

describe.each(TABLES)('the table of %s', (_, table, start) => {
  const states = Object.keys(table)
  const events = [...new Set(Object.values(table).flatMap((row) => Object.keys(row)))]

  test('leads only to states that it knows', () => {
    for (const row of Object.values(table)) for (const next of Object.values(row)) expect(states).toContain(next)
  })

  test('has no state that cannot be reached', () => {
    const reached = new Set([start])
    for (const state of reached) for (const next of Object.values(table[state] ?? {})) reached.add(next)
    expect([...reached].toSorted()).toEqual(states.toSorted())
  })

  test('is obeyed by nextState for every pair, and every absent pair is refused', () => {
    for (const state of states)
      for (const event of events) expect(nextState(table, state, event)).toBe(table[state]?.[event])
  })

  test('knows nothing by inheritance: words of JavaScript are neither states nor events', () => {
    const words = fc.oneof(fc.constantFrom('__proto__', 'constructor', 'toString', 'hasOwnProperty', ''), fc.string())
    fc.assert(
      fc.property(words, words, (state, event) => {
        fc.pre(!states.includes(state) || !events.includes(event))
        expect(nextState(table, state, event)).toBeUndefined()
        expect(nextState(table, start, event)).toBe(events.includes(event) ? table[start]?.[event] : undefined)
      }),
    )
  })
})

test('a code is used once: nothing leads out of a spent, revoked or expired invitation', () => {
  for (const state of ['spent', 'revoked', 'expired'] as const) expect(INVITATION_TRANSITIONS[state]).toEqual({})
})

test('terminated is for ever, on both sides', () => {
  expect([SOURCE_TRANSITIONS.terminated, DESTINATION_TRANSITIONS.terminated]).toEqual([{}, {}])
})

test('what follows the handshake is the same for both sides', () => {
  for (const state of [
    'active',
    'deactivated',
    'deactivated_by_peer',
    'deactivated_by_both',
    'peer_lost',
    'terminating',
    'terminated_by_peer',
  ] as const)
    expect(SOURCE_TRANSITIONS[state]).toEqual(DESTINATION_TRANSITIONS[state])
})

test('nothing but the first signed call makes a redeemed connection active at the source; the rest brings one back that stood', () => {
  const ways = Object.entries(SOURCE_TRANSITIONS).flatMap(([state, row]) =>
    Object.entries(row).flatMap(([event, next]) => (next === 'active' ? [`${state} ${event}`] : [])),
  )
  expect(ways.toSorted()).toEqual([
    'abandoned rekey',
    'deactivated activate',
    'deactivated_by_peer peerActivated',
    'expired rekey',
    'peer_lost peerFound',
    'peer_lost rekey',
    'pending firstSignedCall',
    'revoked rekey',
  ])
})

test('every state of a connection has a word for people', () => {
  const states = [...Object.keys(SOURCE_TRANSITIONS), ...Object.keys(DESTINATION_TRANSITIONS)]
  expect(Object.keys(STATE_LABELS).toSorted()).toEqual([...new Set(states)].toSorted())
})

test('no two states of a connection have the same word', () => {
  expect(new Set(Object.values(STATE_LABELS)).size).toBe(Object.keys(STATE_LABELS).length)
})

test('whoever asks for a pause, or for its end, has it in the states to which that leads', () => {
  expect(statesAfter('deactivate')).toEqual(['deactivated', 'deactivated_by_both'])
  expect(statesAfter('activate')).toEqual(['active', 'deactivated_by_peer'])
})
