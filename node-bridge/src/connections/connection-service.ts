import type { Connections } from '../services.ts'
import { listConnections } from '../store/connections.ts'
import { acceptInvitation } from './accept-invitation.ts'
import { confirmConnection } from './confirm-connection.ts'
import type { ConnectionContext } from './connection-context.ts'
import { checkName } from './connection-name.ts'
import { readDetail, takeSnapshots } from './connection-snapshot.ts'
import { approveConnection, rejectConnection } from './decide-approval.ts'
import { initiateConnection } from './initiate-connection.ts'
import { previewInvitation } from './preview-invitation.ts'
import { redeemInvitation } from './redeem-invitation.ts'
import { reissueInvitation } from './reissue-invitation.ts'
import { revokeInvitation } from './revoke-invitation.ts'

export function createConnectionService(context: ConnectionContext): Connections {
  const { database, identity } = context
  return {
    initiate: (request) => initiateConnection(context, request),
    list: async () => {
      const records = await listConnections(database.db)
      return { connections: await takeSnapshots(database.db, records, identity.fingerprint) }
    },
    read: (connectionId) => readDetail(database.db, connectionId, identity.fingerprint),
    checkName: ({ name }) => checkName(database.db, name),
    reissue: (connectionId, { actor }) => reissueInvitation(context, connectionId, actor),
    revoke: (connectionId, { actor }) => revokeInvitation(context, connectionId, actor),
    approve: (connectionId, { actor }) => approveConnection(context, connectionId, actor),
    reject: (connectionId, { actor }) => rejectConnection(context, connectionId, actor),
    preview: ({ text }) => previewInvitation(context, text),
    accept: (request) => acceptInvitation(context, request),
    redeem: (invitationId, request) => redeemInvitation(context, invitationId, request),
    confirm: (connectionId) => confirmConnection(context, connectionId),
  }
}
