import { UiAction } from '@servicenow/sdk/core'
import { openConnection } from '../../server/ui-actions/open-console.ts'

UiAction({
  $id: Now.ID['action-open'],
  table: 'x_accrd_bridge_connection',
  name: 'Open in console',
  actionName: 'x_accrd_bridge_open',
  hint: 'See the live state and the handshake log of this connection',
  showInsert: false,
  showUpdate: true,
  form: { showButton: true },
  roles: ['x_accrd_bridge.auditor'],
  script: openConnection,
  order: 400,
})
