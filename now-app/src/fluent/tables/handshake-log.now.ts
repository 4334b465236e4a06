import { DateTimeColumn, ReferenceColumn, StringColumn, Table } from '@servicenow/sdk/core'
import { TABLES } from '../../server/names.ts'

/** Who did what to a connection, as the node recorded it. */
export const x_accrd_bridge_handshake_log = Table({
  name: TABLES.handshakeLog,
  label: 'Handshake log entry',
  display: 'event',
  accessibleFrom: 'public',
  actions: ['read'],
  allowWebServiceAccess: true,
  schema: {
    entry_id: StringColumn({ label: 'Entry ID', maxLength: 40, unique: true, readOnly: true }),
    connection: ReferenceColumn({
      label: 'Connection',
      referenceTable: TABLES.connection,
      cascadeRule: 'delete',
      readOnly: true,
    }),
    at: DateTimeColumn({ label: 'At', readOnly: true }),
    event: StringColumn({ label: 'Event', maxLength: 60, readOnly: true }),
    detail: StringColumn({ label: 'Detail', maxLength: 1000, readOnly: true }),
    actor: StringColumn({ label: 'Actor', maxLength: 100, readOnly: true }),
  },
})
