import { UiAction } from '@servicenow/sdk/core'
import { deactivateFromForm } from '../../server/ui-actions/change-from-form.ts'
import { ROLES, TABLES } from '../../server/names.ts'
import { SCOPE } from '../../server/scope.ts'

UiAction({
  $id: Now.ID['action-deactivate'],
  table: TABLES.connection,
  name: 'Deactivate',
  actionName: `${SCOPE}_deactivate`,
  hint: 'Pause the connection; only this side can resume it',
  showInsert: false,
  showUpdate: true,
  condition: "current.state == 'active' || current.state == 'deactivated_by_peer'",
  form: { showButton: true },
  roles: [ROLES.maintainer],
  script: deactivateFromForm,
  order: 320,
})
