import { List, default_view } from '@servicenow/sdk/core'
import { TABLES } from '../../server/names.ts'

List({
  table: TABLES.handshakeLog,
  view: default_view,
  columns: ['at', 'connection', 'event', 'detail', 'actor'],
})
