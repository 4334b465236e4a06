import { UiAction } from '@servicenow/sdk/core'
import { activateFromForm } from '../../server/ui-actions/pause-from-form.ts'

UiAction({
  $id: Now.ID['action-activate'],
  table: 'x_accrd_bridge_connection',
  name: 'Activate',
  actionName: 'x_accrd_bridge_activate',
  hint: 'End the pause of this side',
  showInsert: false,
  showUpdate: true,
  condition: "current.state == 'deactivated' || current.state == 'deactivated_by_both'",
  form: { showButton: true, style: 'primary' },
  roles: ['x_accrd_bridge.operator'],
  script: activateFromForm,
  order: 320,
})
