import { nextState } from '@accord/shared/protocol'
import { ENDED_PAIR_STATES, PAIR_TRANSITIONS, type PairState } from '@accord/shared/sync'

import type { SyncPair } from './sync-pair.ts'

type PairEvent = { [State in PairState]: keyof (typeof PAIR_TRANSITIONS)[State] }[PairState]

/** The pair after this event; the same one where the table has no such step. */
export function moved(pair: SyncPair, event: PairEvent): SyncPair {
  const state = nextState(PAIR_TRANSITIONS, pair.state, event)
  return state === undefined || state === pair.state ? pair : { ...pair, state: state as PairState }
}

/** Does the other side know this pair, as far as we can say? */
export const isKnownThere = ({ state, epochs, sentSeq, doneSeq }: SyncPair): boolean =>
  state !== 'starting' || epochs.theirs > 0 || sentSeq > 0 || doneSeq > 0

/** Nothing of this pair is sent or applied any more, but for the message that says so. */
export const hasEnded = ({ state }: Pick<SyncPair, 'state'>): boolean =>
  ENDED_PAIR_STATES.some((ended) => ended === state)

/**
 * Nothing new is sent: the other side has not answered the message before, or the instance is about to write a plan. What is
 * read in between cannot say which of the other side's changes it already holds.
 */
export const isBusy = ({ outbound, inbound }: SyncPair): boolean =>
  (outbound !== null && outbound.phase !== 'held') || inbound?.phase === 'planned'

/** Is there something to look at and to send? */
export const isDue = (pair: SyncPair): boolean => pair.dirty && !pair.fault && !hasEnded(pair) && !isBusy(pair)

/** Is there a message to run the incoming rules for, or a plan to follow? */
export const isDueIncoming = ({ inbound }: SyncPair): boolean =>
  inbound?.phase === 'waiting' || inbound?.phase === 'planned'

/** Is there something to look at, or to plan? A plan that nobody is at was left by a worker that died. */
export const hasWork = (pair: SyncPair): boolean => isDue(pair) || isDueIncoming(pair)
