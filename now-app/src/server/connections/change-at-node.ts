import { callNode } from '../bridge-client.ts'
import { mirrorConnection } from '../mirror/mirror-connection.ts'
import type { ConnectionDetail } from '../mirror/mirror-connection.ts'
import { actorName } from './actor-name.ts'
import { unlessRefused } from '../mirror/require-written.ts'

/** Decisions about one connection that the node carries out and answers with its new state. */
export type Decision =
  | 'revokeInvitation'
  | 'approveConnection'
  | 'rejectConnection'
  | 'deactivateConnection'
  | 'activateConnection'
  | 'deleteConnection'
  | 'rotateKeys'

/** Lets the node carry out a decision and mirrors the outcome; the console's routes and the form's buttons end here. */
export function changeAtNode(decision: Decision, connectionId: string, requestId: string): ConnectionDetail {
  const params = { connectionId }
  const body = { actor: actorName() }
  const detail = callNode<ConnectionDetail>(decision, { requestId, params, body })
  unlessRefused(() => mirrorConnection(detail))
  return detail
}
