import { StringColumn, Table } from '@servicenow/sdk/core'
import { TABLES } from '../../server/names.ts'

/** This record may have changed. No content: the node reads the record when it gets round to it. */
export const x_accrd_bridge_change_notice = Table({
  name: TABLES.changeNotice,
  label: [
    { language: 'en', label: 'Change notice', plural: 'Change notices' },
    { language: 'de', label: 'Änderungshinweis', plural: 'Änderungshinweise' },
  ],
  display: 'record',
  accessibleFrom: 'package_private',
  actions: ['read'],
  allowWebServiceAccess: false,
  schema: {
    table_name: StringColumn({
      label: [
        { language: 'en', label: 'Table' },
        { language: 'de', label: 'Tabelle' },
      ],
      maxLength: 80,
      readOnly: true,
    }),
    record: StringColumn({
      label: [
        { language: 'en', label: 'Record' },
        { language: 'de', label: 'Datensatz' },
      ],
      maxLength: 32,
      readOnly: true,
    }),
    kind: StringColumn({
      label: [
        { language: 'en', label: 'Kind' },
        { language: 'de', label: 'Art' },
      ],
      maxLength: 40,
      readOnly: true,
    }),
  },
})
