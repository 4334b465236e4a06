import { DateTimeColumn, ReferenceColumn, StringColumn, Table } from '@servicenow/sdk/core'
import { TABLES } from '../../server/names.ts'

/** Who did what to a connection, as the node recorded it. */
export const x_accrd_bridge_handshake_log = Table({
  name: TABLES.handshakeLog,
  label: [
    { language: 'en', label: 'Handshake log entry', plural: 'Handshake log' },
    { language: 'de', label: 'Eintrag des Verbindungsaufbaus', plural: 'Protokoll des Verbindungsaufbaus' },
  ],
  display: 'event',
  accessibleFrom: 'public',
  actions: ['read'],
  allowWebServiceAccess: true,
  schema: {
    entry_id: StringColumn({
      label: [
        { language: 'en', label: 'Entry ID' },
        { language: 'de', label: 'ID des Eintrags' },
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
    at: DateTimeColumn({
      label: [
        { language: 'en', label: 'At' },
        { language: 'de', label: 'Am' },
      ],
      readOnly: true,
    }),
    event: StringColumn({
      label: [
        { language: 'en', label: 'Event' },
        { language: 'de', label: 'Ereignis' },
      ],
      maxLength: 60,
      readOnly: true,
    }),
    detail: StringColumn({
      label: [
        { language: 'en', label: 'Detail' },
        { language: 'de', label: 'Einzelheit' },
      ],
      maxLength: 1000,
      readOnly: true,
    }),
    actor: StringColumn({
      label: [
        { language: 'en', label: 'Actor' },
        { language: 'de', label: 'Handelnder' },
      ],
      maxLength: 100,
      readOnly: true,
    }),
  },
})
