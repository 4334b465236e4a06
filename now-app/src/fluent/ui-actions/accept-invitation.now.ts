import { UiAction } from '@servicenow/sdk/core'
import { openAccept } from '../../server/ui-actions/open-console.ts'
import { ROLES, TABLES } from '../../server/names.ts'
import { SCOPE } from '../../server/scope.ts'

UiAction({
  $id: Now.ID['action-accept'],
  table: TABLES.connection,
  name: 'Accept invitation',
  actionName: `${SCOPE}_accept`,
  hint: 'Paste the invitation code that the other company sent',
  showInsert: false,
  showUpdate: true,
  condition: `gs.hasRole('${ROLES.admin}')`,
  list: { showBannerButton: true },
  form: { showButton: true },
  roles: [ROLES.admin],
  script: openAccept,
  order: 200,
})
