/**
 * The life of a sync pair as tables (PROTOCOL.md §11.3). A pair of state and event that is absent is refused.
 * The life, the message that goes out and the message that came in are three machines: a direction that is stuck never
 * stops the other one.
 */

/** What ends a pair. Both records stay; each side says for itself what becomes of its own. */
const ENDINGS = {
  recordGone: 'deleted_here',
  peerRecordGone: 'deleted_there',
  unlink: 'unlinked',
  peerUnlinked: 'unlinked',
} as const

/** `starting`: the other side has not confirmed yet. `comparing`: one side lost its memory, and both begin anew. */
export const PAIR_TRANSITIONS = {
  starting: { applied: 'linked', stopped: 'declined', beginAnew: 'starting', ...ENDINGS },
  linked: { beginAnew: 'comparing', ...ENDINGS },
  comparing: { applied: 'linked', beginAnew: 'comparing', ...ENDINGS },
  declined: { applied: 'linked', startAgain: 'starting', beginAnew: 'declined', ...ENDINGS },
  deleted_here: { peerRecordGone: 'unlinked', unlink: 'unlinked', peerUnlinked: 'unlinked', beginAnew: 'deleted_here' },
  deleted_there: { recordGone: 'unlinked', unlink: 'unlinked', peerUnlinked: 'unlinked', beginAnew: 'deleted_there' },
  unlinked: { beginAnew: 'unlinked' },
} as const

/** `sending`: repeated until it has arrived. `held`: it arrived, and the other side cannot go on with it. */
export const OUTBOUND_TRANSITIONS = {
  none: { send: 'sending' },
  sending: { received: 'received', settled: 'none', quarantined: 'held', send: 'sending', drop: 'none' },
  received: { settled: 'none', quarantined: 'held', send: 'sending', drop: 'none' },
  held: { settled: 'none', send: 'sending', drop: 'none' },
} as const

/** `planned`: what it writes is decided, and may be written already. */
export const INBOUND_TRANSITIONS = {
  none: { arrive: 'waiting' },
  waiting: { plan: 'planned', quarantine: 'quarantined', settle: 'none', drop: 'none' },
  planned: { plan: 'planned', quarantine: 'quarantined', settle: 'none', drop: 'none' },
  quarantined: { retry: 'waiting', arrive: 'waiting', settle: 'none', drop: 'none' },
} as const

export type PairState = keyof typeof PAIR_TRANSITIONS
export const PAIR_STATES = Object.keys(PAIR_TRANSITIONS) as readonly PairState[]
export type OutboundPhase = keyof typeof OUTBOUND_TRANSITIONS
export type InboundPhase = keyof typeof INBOUND_TRANSITIONS

/** Nothing of these pairs is sent or applied any more. */
export const ENDED_PAIR_STATES = ['deleted_here', 'deleted_there', 'unlinked'] as const satisfies readonly PairState[]
