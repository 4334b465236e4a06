import { UiAction } from '@servicenow/sdk/core'
import { openInitiate } from '../../server/ui-actions/open-console.ts'
import { ROLES, TABLES } from '../../server/names.ts'
import { SCOPE } from '../../server/scope.ts'

UiAction({
  $id: Now.ID['action-initiate'],
  table: TABLES.connection,
  name: 'Initiate Connection',
  actionName: `${SCOPE}_initiate`,
  hint: 'Create a connection and the invitation code for the other company',
  showInsert: false,
  showUpdate: true,
  condition: `gs.hasRole('${ROLES.admin}')`,
  list: { showBannerButton: true, style: 'primary' },
  form: { showButton: true },
  roles: [ROLES.admin],
  script: openInitiate,
  order: 100,
})
