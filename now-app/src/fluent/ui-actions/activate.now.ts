import { UiAction } from '@servicenow/sdk/core'
import { activateFromForm } from '../../server/ui-actions/change-from-form.ts'
import { ROLES, TABLES } from '../../server/names.ts'
import { SCOPE } from '../../server/scope.ts'

UiAction({
  $id: Now.ID['action-activate'],
  table: TABLES.connection,
  name: 'Activate',
  actionName: `${SCOPE}_activate`,
  hint: 'End the pause of this side',
  showInsert: false,
  showUpdate: true,
  condition: "current.state == 'deactivated' || current.state == 'deactivated_by_both'",
  form: { showButton: true, style: 'primary' },
  roles: [ROLES.maintainer],
  script: activateFromForm,
  order: 320,
})
