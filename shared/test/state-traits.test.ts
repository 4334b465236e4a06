import { expect, test } from '@jest/globals'

import {
  type ConnectionState,
  hasTrait,
  LISTED_STATES,
  STATE_TRAITS,
  stateAfter,
  type StateTrait,
  statesWith,
} from '@accord/shared/protocol'

const STATES = Object.keys(STATE_TRAITS) as ConnectionState[]
const SIDES = ['source', 'destination'] as const

/** Written out once more: a state that changes its traits changes what a peer receives, or whose name is free. */
const SETS: Readonly<Record<StateTrait, readonly ConnectionState[]>> = {
  broken: ['failed', 'peer_lost'],
  holdsName: [
    'active',
    'awaiting_approval',
    'deactivated',
    'deactivated_by_both',
    'deactivated_by_peer',
    'invited',
    'peer_lost',
    'pending',
    'redeeming',
  ],
  beforeContact: ['invited', 'pending', 'redeeming'],
  contacted: ['active', 'deactivated', 'deactivated_by_both', 'deactivated_by_peer', 'peer_lost'],
  granted: ['active', 'awaiting_approval', 'deactivated', 'deactivated_by_both', 'deactivated_by_peer', 'pending'],
  gone: ['abandoned', 'terminated', 'terminated_by_peer', 'terminating'],
  deleted: ['terminated', 'terminating'],
  keyless: ['terminated', 'terminated_by_peer'],
}

test.each(Object.keys(SETS) as StateTrait[])('the states with the trait %s', (trait) => {
  expect(statesWith(trait).toSorted()).toEqual(SETS[trait])
})

test('the order of a list by state', () => {
  expect(LISTED_STATES.join(' ')).toBe(
    'awaiting_approval peer_lost failed abandoned expired redeeming invited pending active deactivated deactivated_by_both deactivated_by_peer revoked terminating terminated_by_peer',
  )
})

test('what is contacted can be lost or deleted, and what is gone for ever leads nowhere', () => {
  for (const side of SIDES)
    for (const state of statesWith('contacted')) expect(stateAfter({ side, state }, 'delete')).toBe('terminating')
  for (const side of SIDES) expect(stateAfter({ side, state: 'terminated' }, 'delete')).toBeUndefined()
})

test('a code binds fresh keys to what has forgotten them, and to nothing that this side has deleted', () => {
  const rekeyed = STATES.filter((state) => SIDES.some((side) => stateAfter({ side, state }, 'rekey')))
  expect(rekeyed.toSorted()).toEqual(['abandoned', 'expired', 'peer_lost', 'revoked'])
  expect(rekeyed.filter((state) => hasTrait(state, 'deleted'))).toEqual([])
})
