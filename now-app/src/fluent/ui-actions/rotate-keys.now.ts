import { UiAction } from '@servicenow/sdk/core'
import { openRotation } from '../../server/ui-actions/open-console.ts'

UiAction({
  $id: Now.ID['action-rotate-keys'],
  table: 'x_accrd_bridge_connection',
  name: 'Rotate keys',
  actionName: 'x_accrd_bridge_rotate_keys',
  hint: "Replace this side's key of the connection; asks first",
  showInsert: false,
  showUpdate: true,
  condition:
    "current.getValue('is_local') != '1' && (current.state == 'active' || current.state == 'deactivated' || current.state == 'deactivated_by_peer' || current.state == 'deactivated_by_both')",
  form: { showButton: true },
  roles: ['x_accrd_bridge.admin'],
  script: openRotation,
  order: 340,
})
