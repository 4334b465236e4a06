import type { ConnectionState } from './states.js'

/** What a person looks for in a list: each state that is listed belongs to one group. The order is that of a list by state. */
export const STATE_GROUPS = {
  trouble: ['peer_lost', 'failed', 'abandoned', 'expired'],
  waiting: ['awaiting_approval', 'redeeming', 'invited', 'pending'],
  active: ['active'],
  paused: ['deactivated', 'deactivated_by_both', 'deactivated_by_peer'],
  ended: ['revoked', 'terminating', 'terminated_by_peer'],
} as const satisfies Readonly<Record<string, readonly ConnectionState[]>>

export type StateGroup = keyof typeof STATE_GROUPS

/** Those of a list, in its order; what was deleted here is in no list. */
export const LISTED_STATES: readonly ConnectionState[] = [
  ...STATE_GROUPS.trouble,
  ...STATE_GROUPS.waiting,
  ...STATE_GROUPS.active,
  ...STATE_GROUPS.paused,
  ...STATE_GROUPS.ended,
]

/** What a list can be sorted by. */
export const LIST_ORDERS = ['changed', 'name', 'state', 'lastContact'] as const
export type ListOrder = (typeof LIST_ORDERS)[number]
