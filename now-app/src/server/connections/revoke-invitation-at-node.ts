import type { ConnectionSnapshot } from '@accord/shared/schemas'
import { callNode } from '../bridge-client.ts'
import { storeSnapshot } from '../mirror/store-snapshot.ts'
import { actorName } from './actor-name.ts'

/** Makes the open code worthless and mirrors the outcome; the console's route and the form's button end here. */
export function revokeInvitationAtNode(connectionId: string, requestId: string): { connection: ConnectionSnapshot } {
  const answer = callNode<{ connection: ConnectionSnapshot }>('revokeInvitation', {
    requestId,
    params: { connectionId },
    body: { actor: actorName() },
  })
  storeSnapshot(answer.connection)
  return answer
}
