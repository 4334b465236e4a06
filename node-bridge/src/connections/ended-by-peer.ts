import type { Refusal } from '../refusals/refusal.ts'
import { type Change, REMOTE_ACTOR } from './change-connection.ts'

/** The other side has deleted the connection, and its message did not reach us, or not yet. */
export const endedByPeer = ({ code }: Pick<Refusal, 'code'>): Change => {
  const detail = 'The other side has deleted this connection. What was recorded here stays.'
  return {
    transition: 'peerTerminated',
    event: 'terminatedByPeer',
    detail,
    actor: REMOTE_ACTOR,
    set: { reason: { code, detail } },
  }
}
