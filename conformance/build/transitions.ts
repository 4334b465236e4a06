import {
  DESTINATION_TRANSITIONS,
  INVITATION_TRANSITIONS,
  nextState,
  SOURCE_TRANSITIONS,
  type TransitionTable,
} from '@accord/shared/protocol'
import { INBOUND_TRANSITIONS, OUTBOUND_TRANSITIONS, PAIR_TRANSITIONS } from '@accord/shared/sync'

/** PROTOCOL.md §6: every pair of state and event. `next` is null where the table refuses. */
export const createTransitionFixtures = () => ({
  about: 'The whole of the three tables, refused pairs included (next: null).',
  invitation: pairsOf(INVITATION_TRANSITIONS),
  source: pairsOf(SOURCE_TRANSITIONS),
  destination: pairsOf(DESTINATION_TRANSITIONS),
})

/** PROTOCOL.md §11.3, in the same manner. */
export const createPairTransitionFixtures = () => ({
  about:
    'A sync pair, its message that goes out and its message that came in: refused pairs of state and event included (next: null).',
  pair: pairsOf(PAIR_TRANSITIONS),
  outbound: pairsOf(OUTBOUND_TRANSITIONS),
  inbound: pairsOf(INBOUND_TRANSITIONS),
})

function pairsOf(table: TransitionTable) {
  const events = [...new Set(Object.values(table).flatMap((row) => Object.keys(row)))].toSorted()
  return Object.keys(table).flatMap((state) =>
    events.map((event) => ({ state, event, next: nextState(table, state, event) ?? null })),
  )
}
