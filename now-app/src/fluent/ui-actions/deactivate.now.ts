import { UiAction } from '@servicenow/sdk/core'
import { openDeactivation } from '../../server/ui-actions/open-console.ts'
import { ROLES, TABLES } from '../../server/names.ts'
import { SCOPE } from '../../server/scope.ts'

UiAction({
  $id: Now.ID['action-deactivate'],
  table: TABLES.connection,
  name: 'Deactivate',
  actionName: `${SCOPE}_deactivate`,
  hint: 'Pause the connection; only this side can resume it; asks first',
  showInsert: false,
  showUpdate: true,
  condition: "current.state == 'active' || current.state == 'deactivated_by_peer'",
  form: { showButton: true },
  roles: [ROLES.maintainer],
  script: openDeactivation,
  order: 320,
})
