import { BooleanColumn, ConditionsColumn, StringColumn, Table } from '@servicenow/sdk/core'
import { TABLES } from '../../server/names.ts'

/** The active triggers, copied from the node: which records Accord looks at. */
export const x_accrd_bridge_watch = Table({
  name: TABLES.watch,
  label: [
    { language: 'en', label: 'Watch', plural: 'Watches' },
    { language: 'de', label: 'Beobachtung', plural: 'Beobachtungen' },
  ],
  display: 'watch_id',
  accessibleFrom: 'package_private',
  actions: ['read'],
  allowWebServiceAccess: true,
  schema: {
    watch_id: StringColumn({
      label: [
        { language: 'en', label: 'Trigger' },
        { language: 'de', label: 'Auslöser' },
      ],
      maxLength: 40,
      unique: true,
      readOnly: true,
    }),
    table_name: StringColumn({
      label: [
        { language: 'en', label: 'Table' },
        { language: 'de', label: 'Tabelle' },
      ],
      maxLength: 80,
      readOnly: true,
    }),
    query: ConditionsColumn({
      label: [
        { language: 'en', label: 'Condition' },
        { language: 'de', label: 'Bedingung' },
      ],
      maxLength: 4000,
      readOnly: true,
    }),
    noticed: BooleanColumn({
      label: [
        { language: 'en', label: 'Noticed at once' },
        { language: 'de', label: 'Sofort bemerkt' },
      ],
      default: false,
      readOnly: true,
    }),
  },
})
