import { StringColumn, Table } from '@servicenow/sdk/core'
import { TABLES } from '../../server/names.ts'

/** This record may have changed. No content: the node reads the record when it gets round to it. */
export const x_accrd_bridge_change_notice = Table({
  name: TABLES.changeNotice,
  label: 'Change notice',
  display: 'record',
  accessibleFrom: 'package_private',
  actions: ['read'],
  allowWebServiceAccess: false,
  schema: {
    table_name: StringColumn({ label: 'Table', maxLength: 80, readOnly: true }),
    record: StringColumn({ label: 'Record', maxLength: 32, readOnly: true }),
    kind: StringColumn({ label: 'Kind', maxLength: 40, readOnly: true }),
  },
})
