import { callNode } from '../bridge-client.ts'
import { mirrorNews } from '../mirror/mirror-news.ts'
import type { ConnectionNews } from '../mirror/mirror-news.ts'
import { actorName } from './actor-name.ts'

/** Makes the open code worthless and mirrors the outcome; the console's route and the form's button end here. */
export function revokeInvitationAtNode(connectionId: string, requestId: string): ConnectionNews {
  const params = { connectionId }
  const body = { actor: actorName() }
  const detail = callNode<ConnectionNews>('revokeInvitation', { requestId, params, body })
  mirrorNews(detail)
  return detail
}
