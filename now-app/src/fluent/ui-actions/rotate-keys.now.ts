import { UiAction } from '@servicenow/sdk/core'
import { openRotation } from '../../server/ui-actions/open-console.ts'
import { ROLES, TABLES } from '../../server/names.ts'
import { SCOPE } from '../../server/scope.ts'

UiAction({
  $id: Now.ID['action-rotate-keys'],
  table: TABLES.connection,
  name: 'Rotate keys',
  actionName: `${SCOPE}_rotate_keys`,
  hint: "Replace this side's key of the connection; asks first",
  showInsert: false,
  showUpdate: true,
  condition:
    "current.getValue('is_local') != '1' && (current.state == 'active' || current.state == 'deactivated' || current.state == 'deactivated_by_peer' || current.state == 'deactivated_by_both')",
  form: { showButton: true },
  roles: [ROLES.admin],
  script: openRotation,
  order: 340,
})
