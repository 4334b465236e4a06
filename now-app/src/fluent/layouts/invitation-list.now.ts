import { List, default_view } from '@servicenow/sdk/core'
import { TABLES } from '../../server/names.ts'

List({
  table: TABLES.invitation,
  view: default_view,
  columns: ['connection', 'state', 'issued_at', 'expires_at', 'invited_instance_uid'],
})
