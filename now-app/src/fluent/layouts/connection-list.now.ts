import { List, default_view } from '@servicenow/sdk/core'
import { TABLES } from '../../server/names.ts'

List({
  table: TABLES.connection,
  view: default_view,
  columns: [
    'name',
    'state',
    'side',
    'remote_name',
    'remote_short_name',
    'mode',
    'activated_at',
    'health',
    'last_contact_at',
  ],
})
