import { StringColumn, Table } from '@servicenow/sdk/core'
import { TABLES } from '../../server/names.ts'

/** This entry or record was written for this pair: `intended` before, `done` after. The unique key makes it happen once. */
export const x_accrd_bridge_effect = Table({
  name: TABLES.effect,
  label: 'Effect',
  display: 'effect_key',
  accessibleFrom: 'package_private',
  actions: ['read'],
  allowWebServiceAccess: false,
  index: [{ name: 'target', unique: false, element: 'target' }],
  schema: {
    effect_key: StringColumn({ label: 'Key', maxLength: 64, unique: true, readOnly: true }),
    state: StringColumn({ label: 'State', maxLength: 40, readOnly: true }),
    kind: StringColumn({ label: 'Kind', maxLength: 40, readOnly: true }),
    pair_id: StringColumn({ label: 'Pair', maxLength: 40, readOnly: true }),
    name: StringColumn({ label: 'Name', maxLength: 300, readOnly: true }),
    origin: StringColumn({ label: 'Origin', maxLength: 200, readOnly: true }),
    record: StringColumn({ label: 'Record', maxLength: 32, readOnly: true }),
    target: StringColumn({ label: 'Target', maxLength: 32, readOnly: true }),
  },
})
