import { DateTimeColumn, ReferenceColumn, StringColumn, Table } from '@servicenow/sdk/core'
import { TABLES } from '../../server/names.ts'

/** The public facts of an invitation. The code itself is shown once and stored nowhere. */
export const x_accrd_bridge_invitation = Table({
  name: TABLES.invitation,
  label: 'Invitation',
  display: 'invitation_id',
  accessibleFrom: 'public',
  actions: ['read'],
  allowWebServiceAccess: true,
  schema: {
    invitation_id: StringColumn({ label: 'Invitation ID', maxLength: 40, unique: true, readOnly: true }),
    connection: ReferenceColumn({
      label: 'Connection',
      referenceTable: TABLES.connection,
      cascadeRule: 'delete',
      readOnly: true,
    }),
    state: StringColumn({
      label: 'State',
      maxLength: 40,
      readOnly: true,
      dropdown: 'dropdown_without_none',
      choices: {
        open: { label: 'Open', sequence: 0 },
        spent: { label: 'Used', sequence: 1 },
        revoked: { label: 'Revoked', sequence: 2 },
        expired: { label: 'Expired', sequence: 3 },
      },
    }),
    issued_at: DateTimeColumn({ label: 'Issued', readOnly: true }),
    expires_at: DateTimeColumn({ label: 'Expires', readOnly: true }),
    invited_instance_uid: StringColumn({ label: 'Invited instance UID', maxLength: 40, readOnly: true }),
  },
})
