import type { INVITATIONS } from '@accord/shared/contracts'

import { acceptInvitation } from '../../handshake/destination/accept-invitation.ts'
import type { ConnectionContext } from '../../connections/connection-context.ts'
import { checkName } from '../../connections/connection-name.ts'
import { approveConnection, rejectConnection } from '../../handshake/source/decide-approval.ts'
import { initiateConnection } from '../../invitations/initiate-connection.ts'
import { previewInvitation } from '../../invitations/preview-invitation.ts'
import { reissueInvitation } from '../../invitations/reissue-invitation.ts'
import { revokeInvitation } from '../../invitations/revoke-invitation.ts'
import type { Handlers } from '../handlers.ts'

export const invitationOperations = (context: ConnectionContext): Handlers<typeof INVITATIONS> => ({
  resolveDestination: ({ body }) => context.findDestination(body.url),
  checkConnectionName: ({ body }) => checkName(context.database.db, body.name),
  initiateConnection: ({ body }) => initiateConnection(context, body),
  reissueInvitation: ({ params, body }) => reissueInvitation(context, params.connectionId, body.actor),
  revokeInvitation: ({ params, body }) => revokeInvitation(context, params.connectionId, body.actor),
  approveConnection: ({ params, body }) => approveConnection(context, params.connectionId, body.actor),
  rejectConnection: ({ params, body }) => rejectConnection(context, params.connectionId, body.actor),
  previewInvitation: ({ body }) => previewInvitation(context, body.text),
  acceptInvitation: ({ body }) => acceptInvitation(context, body),
})
