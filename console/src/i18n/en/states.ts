import { STATE_LABELS } from '@accord/shared/protocol'

export const states = { ...STATE_LABELS }

/** What a connection without a reason of its own waits for; states that explain themselves have no sentence. */
export const waiting = {
  invited: 'Waits until the other side accepts. The code ends {{when}}.',
  invitedPlain: 'Waits until the other side accepts.',
  pending: 'Accepted. Waits for the first signed call of the other side.',
  awaiting_approval: 'Accepted. Waits for an approval.',
  redeeming: 'Waits for the answer of the other side. Goes on by itself.',
  deactivated: 'Deactivated by this side. Changes are queued until it is activated here again.',
  deactivated_by_peer: 'Deactivated by the other side, which alone can activate it again. Changes are queued.',
  deactivated_by_both: 'Deactivated by both sides. It works again when both have activated it.',
  expired: 'Nobody accepted the code in time.',
  revoked: 'The code was made worthless.',
  abandoned: 'The other side never made its first signed call.',
  peer_lost: 'The other side does not know this connection any more.',
  terminating: 'The other side is being informed.',
  terminated_by_peer: 'The other side has deleted this connection.',
}
