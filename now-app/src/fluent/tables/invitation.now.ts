import { DateTimeColumn, ReferenceColumn, StringColumn, Table } from '@servicenow/sdk/core'
import { TABLES } from '../../server/names.ts'

/** The public facts of an invitation. The code itself is shown once and stored nowhere. */
export const x_accrd_bridge_invitation = Table({
  name: TABLES.invitation,
  label: [
    { language: 'en', label: 'Invitation', plural: 'Invitations' },
    { language: 'de', label: 'Einladung', plural: 'Einladungen' },
  ],
  display: 'invitation_id',
  accessibleFrom: 'public',
  actions: ['read'],
  allowWebServiceAccess: true,
  schema: {
    invitation_id: StringColumn({
      label: [
        { language: 'en', label: 'Invitation ID' },
        { language: 'de', label: 'ID der Einladung' },
      ],
      maxLength: 40,
      unique: true,
      readOnly: true,
    }),
    connection: ReferenceColumn({
      label: [
        { language: 'en', label: 'Connection' },
        { language: 'de', label: 'Verbindung' },
      ],
      referenceTable: TABLES.connection,
      cascadeRule: 'delete',
      readOnly: true,
    }),
    state: StringColumn({
      label: [
        { language: 'en', label: 'State' },
        { language: 'de', label: 'Zustand' },
      ],
      maxLength: 40,
      readOnly: true,
      dropdown: 'dropdown_without_none',
      choices: {
        open: [
          { language: 'en', label: 'Open', sequence: 0 },
          { language: 'de', label: 'Offen', sequence: 0 },
        ],
        spent: [
          { language: 'en', label: 'Used', sequence: 1 },
          { language: 'de', label: 'Benutzt', sequence: 1 },
        ],
        revoked: [
          { language: 'en', label: 'Revoked', sequence: 2 },
          { language: 'de', label: 'Widerrufen', sequence: 2 },
        ],
        expired: [
          { language: 'en', label: 'Expired', sequence: 3 },
          { language: 'de', label: 'Abgelaufen', sequence: 3 },
        ],
      },
    }),
    issued_at: DateTimeColumn({
      label: [
        { language: 'en', label: 'Issued' },
        { language: 'de', label: 'Ausgestellt' },
      ],
      readOnly: true,
    }),
    expires_at: DateTimeColumn({
      label: [
        { language: 'en', label: 'Expires' },
        { language: 'de', label: 'Läuft ab' },
      ],
      readOnly: true,
    }),
    invited_instance_uid: StringColumn({
      label: [
        { language: 'en', label: 'Invited instance UID' },
        { language: 'de', label: 'UID der eingeladenen Instanz' },
      ],
      maxLength: 40,
      readOnly: true,
    }),
  },
})
