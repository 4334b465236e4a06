import { List, default_view } from '@servicenow/sdk/core'
import { TABLES } from '../../server/names.ts'

List({
  table: TABLES.syncAccess,
  view: default_view,
  columns: [
    'table_name',
    'read_fields',
    'write_fields',
    'read_journals',
    'write_journals',
    'read_files',
    'write_files',
    'may_create',
    'may_delete',
  ],
})
