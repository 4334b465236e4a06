import type { Side } from './words.js'

/**
 * The life of invitations and connections as tables (PROTOCOL.md §6). A pair that is absent is refused.
 * Both databases, the model test and the conformance fixtures obey these tables; nothing else decides a state.
 */
export type TransitionTable = Readonly<Record<string, Readonly<Record<string, string>>>>

export const INVITATION_TRANSITIONS = {
  open: { redeem: 'spent', revoke: 'revoked', expire: 'expired', restore: 'revoked' },
  spent: {},
  revoked: {},
  expired: {},
} as const satisfies TransitionTable

/** What can end a connection that both sides hold. */
const ENDINGS = { delete: 'terminating', peerTerminated: 'terminated_by_peer', peerUnknown: 'peer_lost' } as const

/** Each side owns its pause: the connection works while neither has paused it, and only who paused resumes. */
const AFTER_HANDSHAKE = {
  active: { deactivate: 'deactivated', peerDeactivated: 'deactivated_by_peer', ...ENDINGS },
  deactivated: { activate: 'active', peerDeactivated: 'deactivated_by_both', ...ENDINGS },
  deactivated_by_peer: { deactivate: 'deactivated_by_both', peerActivated: 'active', ...ENDINGS },
  deactivated_by_both: { activate: 'deactivated_by_peer', peerActivated: 'deactivated', ...ENDINGS },
  peer_lost: {
    rekey: 'active',
    peerFound: 'active',
    delete: 'terminating',
    peerTerminated: 'terminated_by_peer',
  },
  terminating: { terminateAcknowledged: 'terminated', peerTerminated: 'terminated', giveUp: 'terminated' },
  terminated: {},
  terminated_by_peer: { delete: 'terminated' },
} as const

/** At the source. `invited`: a code is out and unused. `pending`: redeemed, the first signed call is outstanding. */
export const SOURCE_TRANSITIONS = {
  invited: {
    redeem: 'pending',
    redeemForApproval: 'awaiting_approval',
    revoke: 'revoked',
    expire: 'expired',
    delete: 'terminated',
  },
  revoked: { reissue: 'invited', rekey: 'active', delete: 'terminated' },
  expired: { reissue: 'invited', rekey: 'active', delete: 'terminated' },
  awaiting_approval: {
    approve: 'pending',
    reject: 'terminated',
    expire: 'terminated',
    delete: 'terminating',
    peerTerminated: 'terminated_by_peer',
  },
  pending: {
    firstSignedCall: 'active',
    confirmByPassed: 'abandoned',
    delete: 'terminating',
    peerTerminated: 'terminated_by_peer',
  },
  abandoned: { reissue: 'invited', rekey: 'active', delete: 'terminated' },
  ...AFTER_HANDSHAKE,
} as const satisfies TransitionTable

/** At the destination. `redeeming`: the intent is stored and the source's answer is outstanding. */
export const DESTINATION_TRANSITIONS = {
  redeeming: {
    granted: 'active',
    grantedForApproval: 'awaiting_approval',
    refused: 'failed',
    giveUp: 'failed',
    delete: 'terminated',
  },
  awaiting_approval: {
    approved: 'active',
    rejected: 'failed',
    delete: 'terminating',
    peerTerminated: 'terminated_by_peer',
  },
  failed: { retry: 'redeeming', delete: 'terminated' },
  ...AFTER_HANDSHAKE,
} as const satisfies TransitionTable

const TRANSITIONS = { source: SOURCE_TRANSITIONS, destination: DESTINATION_TRANSITIONS } as const
type Tables = typeof TRANSITIONS

export type InvitationState = keyof typeof INVITATION_TRANSITIONS
/** The states of a connection at this side; of both sides together, those that either can have. */
export type StateAt<At extends Side> = keyof Tables[At]
export type ConnectionState = StateAt<'source'> | StateAt<'destination'>
/** What the table knows of a state at a side; of both sides together, what both know. */
export type TransitionFrom<At extends Side, State extends StateAt<At>> = keyof Tables[At][State]
type AnyFrom<At extends Side> = { [State in StateAt<At>]: TransitionFrom<At, State> }[StateAt<At>]
/** Every word that some state at some side knows. */
export type Transition = AnyFrom<'source'> | AnyFrom<'destination'>

/** The state after `event`, or undefined when the table refuses it. */
export function nextState(table: TransitionTable, state: string, event: string): string | undefined {
  const row = Object.prototype.hasOwnProperty.call(table, state) ? table[state] : undefined
  return row && Object.prototype.hasOwnProperty.call(row, event) ? row[event] : undefined
}

/** The state of a connection after `transition`, or undefined when its side's table refuses it. */
export const stateAfter = (
  { side, state }: { readonly side: Side; readonly state: string },
  transition: Transition,
): ConnectionState | undefined => nextState(TRANSITIONS[side], state, transition) as ConnectionState | undefined

/** The states to which `transition` leads, at either side: in them whoever asks for it has what it is for. */
export const statesAfter = (transition: Transition): readonly ConnectionState[] => {
  const tables: readonly TransitionTable[] = Object.values(TRANSITIONS)
  const rows = tables.flatMap((table) => Object.values(table))
  return [...new Set(rows.flatMap((row) => (row[transition] ?? []) as ConnectionState | []))]
}

/** A step, and the one state that it leads from. */
interface Step<From extends ConnectionState, Word extends Transition> {
  readonly transition: Word
  readonly onlyIn: readonly [From]
}

const stepsAt =
  <At extends Side>() =>
  <From extends StateAt<At>, Word extends TransitionFrom<At, From> & Transition>(
    from: From,
    transition: Word,
  ): Step<From & ConnectionState, Word> => ({ transition, onlyIn: [from as From & ConnectionState] })

/** Steps whose side and state are known: one that the table lacks does not compile. */
export const atSource = stepsAt<'source'>()
export const atDestination = stepsAt<'destination'>()
export const atEither = stepsAt<Side>()
