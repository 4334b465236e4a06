import { BooleanColumn, ConditionsColumn, StringColumn, Table } from '@servicenow/sdk/core'
import { TABLES } from '../../server/names.ts'

/** The active triggers, copied from the node: which records Accord looks at. */
export const x_accrd_bridge_watch = Table({
  name: TABLES.watch,
  label: 'Watch',
  display: 'watch_id',
  accessibleFrom: 'package_private',
  actions: ['read'],
  allowWebServiceAccess: true,
  schema: {
    watch_id: StringColumn({ label: 'Trigger', maxLength: 40, unique: true, readOnly: true }),
    table_name: StringColumn({ label: 'Table', maxLength: 80, readOnly: true }),
    query: ConditionsColumn({ label: 'Condition', maxLength: 4000, readOnly: true }),
    noticed: BooleanColumn({ label: 'Noticed at once', default: false, readOnly: true }),
  },
})
