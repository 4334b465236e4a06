import { IntegerColumn, StringColumn, Table } from '@servicenow/sdk/core'
import { TABLES } from '../../server/names.ts'

/**
 * The newest snapshot of each connection as the node sent it, written before the row of the connection is. Callbacks that arrive at once
 * cannot lock a row of the connection; by this table the one that wrote last sees that a newer one was there before it.
 */
export const x_accrd_bridge_connection_snapshot = Table({
  name: TABLES.connectionSnapshot,
  label: 'Connection snapshots',
  display: 'news_key',
  accessibleFrom: 'package_private',
  actions: ['read'],
  allowWebServiceAccess: false,
  schema: {
    news_key: StringColumn({ label: 'Key', maxLength: 60, unique: true, readOnly: true }),
    connection_id: StringColumn({ label: 'Connection ID', maxLength: 40, readOnly: true }),
    revision: IntegerColumn({ label: 'Revision', readOnly: true }),
    snapshot: StringColumn({ label: 'Snapshot', maxLength: 65000, readOnly: true }),
  },
})
