import { BooleanColumn, DateTimeColumn, StringColumn, Table } from '@servicenow/sdk/core'
import { TABLES } from '../../server/names.ts'

/**
 * What Accord may read and write of one table; a table without a row is closed. Owned by the administrator of the instance:
 * neither the node nor a role of Accord can change it.
 */
export const x_accrd_bridge_sync_access = Table({
  name: TABLES.syncAccess,
  label: 'Sync access',
  display: 'table_name',
  accessibleFrom: 'package_private',
  actions: ['read'],
  allowWebServiceAccess: true,
  schema: {
    table_name: StringColumn({ label: 'Table', maxLength: 80, unique: true, mandatory: true }),
    may_create: BooleanColumn({ label: 'Records may be made', default: false }),
    read_fields: StringColumn({ label: 'Fields that may leave', maxLength: 4000 }),
    write_fields: StringColumn({ label: 'Fields that may be written', maxLength: 4000 }),
    read_journals: StringColumn({ label: 'Journals that may leave', maxLength: 400 }),
    write_journals: StringColumn({ label: 'Journals that may be written to', maxLength: 400 }),
    read_files: BooleanColumn({ label: 'Names of files may leave', default: false }),
    rights: StringColumn({ label: 'What the sync user may do', maxLength: 4000, readOnly: true }),
    checked_at: DateTimeColumn({ label: 'Checked at', readOnly: true }),
  },
})
