import { UiAction } from '@servicenow/sdk/core'
import { openDeletion } from '../../server/ui-actions/open-console.ts'

UiAction({
  $id: Now.ID['action-delete'],
  table: 'x_accrd_bridge_connection',
  name: 'Delete connection',
  actionName: 'x_accrd_bridge_delete',
  hint: 'End the connection for ever; asks first',
  showInsert: false,
  showUpdate: true,
  condition: "current.state != 'terminating' && current.state != 'terminated'",
  form: { showButton: true, style: 'destructive' },
  roles: ['x_accrd_bridge.admin'],
  script: openDeletion,
  order: 900,
})
