import { List, default_view } from '@servicenow/sdk/core'

List({
  table: 'x_accrd_bridge_invitation',
  view: default_view,
  columns: ['connection', 'state', 'issued_at', 'expires_at', 'invited_instance_uid'],
})
