import { List, default_view } from '@servicenow/sdk/core'
import { TABLES } from '../../server/names.ts'

List({
  table: TABLES.syncPair,
  view: default_view,
  columns: ['local_key', 'remote_key', 'state', 'cause', 'last_out_at', 'last_in_at', 'connection', 'table_name'],
})
