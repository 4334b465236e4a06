import { List, default_view } from '@servicenow/sdk/core'

List({
  table: 'x_accrd_bridge_handshake_log',
  view: default_view,
  columns: ['at', 'connection', 'event', 'detail', 'actor'],
})
