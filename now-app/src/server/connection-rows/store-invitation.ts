import { GlideRecord } from '@servicenow/glide'
import type { InvitationDetails } from '@accord/shared/schemas'
import { glideTimeOf } from '../platform/glide-time.ts'
import { writeFields } from '../platform/write-fields.ts'
import { rowRefused } from './require-written.ts'
import { TABLES } from '../names.ts'

const TABLE = TABLES.invitation

/** Stores the public facts of a connection's invitation. A connection has one open code at most: older ones are revoked. */
export function storeInvitation(connectionSysId: string, invitation: InvitationDetails): void {
  const fields = {
    invitation_id: invitation.id,
    connection: connectionSysId,
    state: invitation.state,
    issued_at: glideTimeOf(invitation.issuedAt),
    expires_at: glideTimeOf(invitation.expiresAt),
    invited_instance_uid: invitation.invitedInstanceUid ?? '',
  }
  // The id is unique: when another callback was faster between the two, its row is the one.
  if (!updateInvitation(fields)) {
    const refused = insertInvitation(fields)
    if (refused && !updateInvitation(fields)) throw rowRefused(refused)
  }
  revokeOthers(connectionSysId, invitation.id)
}

type Fields = Readonly<Record<'invitation_id' | 'state', string> & Record<string, string>>

function updateInvitation(fields: Fields): boolean {
  const row = new GlideRecord(TABLE)
  if (!row.get('invitation_id', fields.invitation_id)) return false
  writeFields(row, fields)
  if (!row.update() && !isState(fields)) throw rowRefused(row)
  return true
}

/** A faster callback may have written the same. */
function isState({ invitation_id, state }: Fields): boolean {
  const row = new GlideRecord(TABLE)
  return Boolean(row.get('invitation_id', invitation_id)) && row.getValue('state') === state
}

/** The row that was not taken, if it was not. */
function insertInvitation(fields: Fields): GlideRecord<string> | undefined {
  const row = new GlideRecord(TABLE)
  row.initialize()
  writeFields(row, fields)
  return row.insert() ? undefined : row
}

function revokeOthers(connectionSysId: string, invitationId: string): void {
  const older = new GlideRecord(TABLE)
  older.addQuery('connection', connectionSysId)
  older.addQuery('state', 'open')
  older.addQuery('invitation_id', '!=', invitationId)
  older.query()
  while (older.next()) {
    older.setValue('state', 'revoked')
    if (!older.update()) throw rowRefused(older)
  }
}
