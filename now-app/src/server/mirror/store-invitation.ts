import { GlideRecord } from '@servicenow/glide'
import type { InvitationFacts } from '@accord/shared/schemas'
import { glideTimeOf } from '../platform/glide-time.ts'
import { writeFields } from '../platform/write-fields.ts'

const TABLE = 'x_accord_bridge_invitation'

/** Mirrors the public facts of a connection's invitation. A connection has one open code at most: older ones are revoked. */
export function storeInvitation(connectionSysId: string, invitation: InvitationFacts): void {
  const row = new GlideRecord(TABLE)
  const exists = row.get('invitation_id', invitation.id)
  if (!exists) row.initialize()
  writeFields(row, {
    invitation_id: invitation.id,
    connection: connectionSysId,
    state: invitation.state,
    issued_at: glideTimeOf(invitation.issuedAt),
    expires_at: glideTimeOf(invitation.expiresAt),
    invited_instance_uid: invitation.invitedInstanceUid ?? '',
  })
  if (exists) row.update()
  else row.insert()
  revokeOthers(connectionSysId, invitation.id)
}

function revokeOthers(connectionSysId: string, invitationId: string): void {
  const older = new GlideRecord(TABLE)
  older.addQuery('connection', connectionSysId)
  older.addQuery('state', 'open')
  older.addQuery('invitation_id', '!=', invitationId)
  older.query()
  while (older.next()) {
    older.setValue('state', 'revoked')
    older.update()
  }
}
