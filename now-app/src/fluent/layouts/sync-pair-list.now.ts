import { List, default_view } from '@servicenow/sdk/core'
import { TABLES } from '../../server/names.ts'

List({
  table: TABLES.syncPair,
  view: default_view,
  columns: ['remote_key', 'table_name', 'state', 'cause', 'last_in_at', 'last_out_at', 'connection'],
})
