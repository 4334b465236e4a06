import { UiAction } from '@servicenow/sdk/core'
import { deactivateFromForm } from '../../server/ui-actions/pause-from-form.ts'

UiAction({
  $id: Now.ID['action-deactivate'],
  table: 'x_accrd_bridge_connection',
  name: 'Deactivate',
  actionName: 'x_accrd_bridge_deactivate',
  hint: 'Pause the connection; only this side can resume it',
  showInsert: false,
  showUpdate: true,
  condition: "current.state == 'active' || current.state == 'deactivated_by_peer'",
  form: { showButton: true },
  roles: ['x_accrd_bridge.operator'],
  script: deactivateFromForm,
  order: 320,
})
