import { UiAction } from '@servicenow/sdk/core'
import { revokeFromForm } from '../../server/ui-actions/change-from-form.ts'
import { ROLES, TABLES } from '../../server/names.ts'
import { SCOPE } from '../../server/scope.ts'

UiAction({
  $id: Now.ID['action-revoke'],
  table: TABLES.connection,
  name: 'Revoke invitation',
  actionName: `${SCOPE}_revoke`,
  hint: 'Make the open invitation code worthless',
  showInsert: false,
  showUpdate: true,
  condition: "current.state == 'invited'",
  form: { showButton: true, style: 'destructive' },
  roles: [ROLES.maintainer],
  script: revokeFromForm,
  order: 300,
})
