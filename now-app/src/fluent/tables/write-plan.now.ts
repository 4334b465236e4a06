import { IntegerColumn, StringColumn, Table } from '@servicenow/sdk/core'
import { TABLES } from '../../server/names.ts'

/** What the node wants written, until it has acknowledged what became of it. The unique id makes a repetition harmless. */
export const x_accrd_bridge_write_plan = Table({
  name: TABLES.writePlan,
  label: 'Write plan',
  display: 'plan_id',
  accessibleFrom: 'package_private',
  actions: ['read'],
  allowWebServiceAccess: false,
  schema: {
    plan_id: StringColumn({ label: 'Plan', maxLength: 80, unique: true, readOnly: true }),
    state: StringColumn({ label: 'State', maxLength: 40, readOnly: true }),
    partition: IntegerColumn({ label: 'Partition', readOnly: true }),
    runs: IntegerColumn({ label: 'Runs', default: 0, readOnly: true }),
    table_name: StringColumn({ label: 'Table', maxLength: 80, readOnly: true }),
    record: StringColumn({ label: 'Record', maxLength: 32, readOnly: true }),
    plan: StringColumn({ label: 'Plan as text', maxLength: 4_194_304, readOnly: true }),
    outcome: StringColumn({ label: 'Outcome', maxLength: 1_000_000, readOnly: true }),
  },
})
