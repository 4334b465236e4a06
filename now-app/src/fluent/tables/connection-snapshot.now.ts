import { IntegerColumn, StringColumn, Table } from '@servicenow/sdk/core'
import { TABLES } from '../../server/names.ts'

/**
 * The newest snapshot of each connection as the node sent it, written before the row of the connection is. Callbacks that arrive at once
 * cannot lock a row of the connection; by this table the one that wrote last sees that a newer one was there before it.
 */
export const x_accrd_bridge_connection_snapshot = Table({
  name: TABLES.connectionSnapshot,
  label: [
    { language: 'en', label: 'Connection snapshot', plural: 'Connection snapshots' },
    { language: 'de', label: 'Stand einer Verbindung', plural: 'Stände der Verbindungen' },
  ],
  display: 'news_key',
  accessibleFrom: 'package_private',
  actions: ['read'],
  allowWebServiceAccess: false,
  schema: {
    news_key: StringColumn({
      label: [
        { language: 'en', label: 'Key' },
        { language: 'de', label: 'Schlüssel' },
      ],
      maxLength: 60,
      unique: true,
      readOnly: true,
    }),
    connection_id: StringColumn({
      label: [
        { language: 'en', label: 'Connection ID' },
        { language: 'de', label: 'ID der Verbindung' },
      ],
      maxLength: 40,
      readOnly: true,
    }),
    revision: IntegerColumn({
      label: [
        { language: 'en', label: 'Revision' },
        { language: 'de', label: 'Revision' },
      ],
      readOnly: true,
    }),
    snapshot: StringColumn({
      label: [
        { language: 'en', label: 'Snapshot' },
        { language: 'de', label: 'Stand' },
      ],
      maxLength: 65000,
      readOnly: true,
    }),
  },
})
