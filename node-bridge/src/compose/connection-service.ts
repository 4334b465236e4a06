import type { Diagnose } from '../diagnosis/diagnose-connection.ts'
import type { Connections } from '../services.ts'
import { acceptInvitation } from '../handshake/destination/accept-invitation.ts'
import { confirmConnection } from '../handshake/source/confirm-connection.ts'
import type { ConnectionContext } from '../connections/connection-context.ts'
import { checkName } from '../connections/connection-name.ts'
import { readDetail } from '../connections/connection-snapshot.ts'
import { approveConnection, rejectConnection } from '../handshake/source/decide-approval.ts'
import { deleteConnection } from '../connections/delete-connection.ts'
import { initiateConnection } from '../invitations/initiate-connection.ts'
import { activateConnection, deactivateConnection } from '../connections/pause-connection.ts'
import { readKeyFacts } from '../key-rotation/key-facts.ts'
import { listConnections, listEndedConnections } from '../connections/list-connections.ts'
import { issueRekeyCode } from '../invitations/issue-rekey-code.ts'
import { serveAcceptance } from '../handshake/private-source/serve-acceptance.ts'
import { settleAcceptance } from '../handshake/private-source/settle-acceptance.ts'
import { previewInvitation } from '../invitations/preview-invitation.ts'
import { receiveContact } from '../contact/receive-contact.ts'
import { receiveTermination } from '../connections/receive-termination.ts'
import { receiveKeys } from '../key-rotation/receive-keys.ts'
import { redeemInvitation } from '../handshake/source/redeem-invitation.ts'
import { reissueInvitation } from '../invitations/reissue-invitation.ts'
import { revokeInvitation } from '../invitations/revoke-invitation.ts'
import { rotateKeys } from '../key-rotation/rotate-keys.ts'

export function createConnectionService(context: ConnectionContext, diagnose: Diagnose): Connections {
  const { database, identity } = context
  return {
    initiate: (request) => initiateConnection(context, request),
    list: (query) => listConnections(context, query),
    listEnded: (query) => listEndedConnections(context, query),
    read: (connectionId) => readDetail(database.db, connectionId, identity.fingerprint),
    keyFacts: (connectionId) => readKeyFacts(database.db, connectionId),
    checkName: ({ name }) => checkName(database.db, name),
    reissue: (connectionId, { actor }) => reissueInvitation(context, connectionId, actor),
    revoke: (connectionId, { actor }) => revokeInvitation(context, connectionId, actor),
    approve: (connectionId, { actor }) => approveConnection(context, connectionId, actor),
    reject: (connectionId, { actor }) => rejectConnection(context, connectionId, actor),
    issueRekeyCode: (connectionId, { actor }) => issueRekeyCode(context, connectionId, actor),
    diagnose,
    rotateKeys: (connectionId, { actor }) => rotateKeys(context, connectionId, actor),
    announceKeys: (connectionId, request) => receiveKeys(context, connectionId, request),
    preview: ({ text }) => previewInvitation(context, text),
    accept: (request) => acceptInvitation(context, request),
    fetchAcceptance: (invitationId, request, source) => serveAcceptance(context, invitationId, request, source),
    settleAcceptance: (invitationId, request, source) => settleAcceptance(context, invitationId, request, source),
    redeem: (invitationId, request) => redeemInvitation(context, invitationId, request),
    deactivate: (connectionId, { actor }) => deactivateConnection(context, connectionId, actor),
    activate: (connectionId, { actor }) => activateConnection(context, connectionId, actor),
    delete: (connectionId, { actor }) => deleteConnection(context, connectionId, actor),
    contact: (connectionId, request) => receiveContact(context, connectionId, request),
    terminate: (connectionId) => receiveTermination(context, connectionId),
    confirm: (connectionId) => confirmConnection(context, connectionId),
  }
}
