import { UiAction } from '@servicenow/sdk/core'
import { revokeFromForm } from '../../server/ui-actions/revoke-from-form.ts'

UiAction({
  $id: Now.ID['action-revoke'],
  table: 'x_accrd_bridge_connection',
  name: 'Revoke invitation',
  actionName: 'x_accrd_bridge_revoke',
  hint: 'Make the open invitation code worthless',
  showInsert: false,
  showUpdate: true,
  condition: "current.state == 'invited'",
  form: { showButton: true, style: 'destructive' },
  roles: ['x_accrd_bridge.operator'],
  script: revokeFromForm,
  order: 300,
})
