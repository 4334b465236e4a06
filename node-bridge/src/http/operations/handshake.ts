import type { HANDSHAKE } from '@accord/shared/contracts'

import { confirmConnection } from '../../handshake/source/confirm-connection.ts'
import type { ConnectionContext } from '../../connections/connection-context.ts'
import { serveAcceptance } from '../../handshake/private-source/serve-acceptance.ts'
import { settleAcceptance } from '../../handshake/private-source/settle-acceptance.ts'
import { receiveContact } from '../../contact/receive-contact.ts'
import { receiveTermination } from '../../connections/receive-termination.ts'
import { redeemInvitation } from '../../handshake/source/redeem-invitation.ts'
import type { Handlers } from '../handlers.ts'

export const handshakeOperations = (context: ConnectionContext): Handlers<typeof HANDSHAKE> => ({
  redeemInvitation: ({ params, body }) => redeemInvitation(context, params.invitationId, body),
  fetchAcceptance: ({ params, body, source }) => serveAcceptance(context, params.invitationId, body, source),
  settleAcceptance: ({ params, body, source }) => settleAcceptance(context, params.invitationId, body, source),
  confirmConnection: ({ params }) => confirmConnection(context, params.connectionId),
  contactConnection: ({ params, body }) => receiveContact(context, params.connectionId, body),
  terminateConnection: ({ params }) => receiveTermination(context, params.connectionId),
})
