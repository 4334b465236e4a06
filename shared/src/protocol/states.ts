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

export type InvitationState = keyof typeof INVITATION_TRANSITIONS
export type ConnectionState = keyof typeof SOURCE_TRANSITIONS | keyof typeof DESTINATION_TRANSITIONS

/** The state after `event`, or undefined when the table refuses it. */
export function nextState(table: TransitionTable, state: string, event: string): string | undefined {
  const row = Object.prototype.hasOwnProperty.call(table, state) ? table[state] : undefined
  return row && Object.prototype.hasOwnProperty.call(row, event) ? row[event] : undefined
}

/** What a person reads, in lists, forms and filters: each state has words of its own, so that one can be looked for. The console translates the key. */
export const STATE_LABELS: Readonly<Record<ConnectionState, string>> = {
  invited: 'Pending',
  pending: 'Confirming',
  awaiting_approval: 'Awaiting approval',
  redeeming: 'Accepting',
  active: 'Active',
  deactivated: 'Deactivated',
  deactivated_by_peer: 'Deactivated by peer',
  deactivated_by_both: 'Deactivated by both',
  expired: 'Expired',
  revoked: 'Revoked',
  abandoned: 'Abandoned',
  failed: 'Failed',
  peer_lost: 'Peer lost',
  terminating: 'Deleting',
  terminated: 'Deleted',
  terminated_by_peer: 'Disconnected by peer',
}
