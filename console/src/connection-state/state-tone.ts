import { STATE_LABELS } from '@accord/shared/protocol'
import type { ConnectionState } from '@accord/shared/protocol'

export const isConnectionState = (state: string): state is ConnectionState => Object.hasOwn(STATE_LABELS, state)

/** What the colour of a state says: good, going on, wants attention, broken, over. */
export type StateTone = 'good' | 'waiting' | 'attention' | 'broken' | 'over'

const TONES: Readonly<Record<ConnectionState, StateTone>> = {
  invited: 'waiting',
  pending: 'waiting',
  awaiting_approval: 'waiting',
  redeeming: 'waiting',
  active: 'good',
  deactivated: 'attention',
  deactivated_by_peer: 'attention',
  deactivated_by_both: 'attention',
  expired: 'attention',
  revoked: 'over',
  abandoned: 'attention',
  failed: 'broken',
  peer_lost: 'broken',
  terminating: 'over',
  terminated: 'over',
  terminated_by_peer: 'over',
}

export const toneOf = (state: string): StateTone => (isConnectionState(state) ? TONES[state] : 'attention')
