import { UiAction } from '@servicenow/sdk/core'
import { openDeletion } from '../../server/ui-actions/open-console.ts'
import { ROLES, TABLES } from '../../server/names.ts'
import { SCOPE } from '../../server/scope.ts'

UiAction({
  $id: Now.ID['action-delete'],
  table: TABLES.connection,
  name: 'Delete connection',
  actionName: `${SCOPE}_delete`,
  hint: 'End the connection for ever; asks first',
  showInsert: false,
  showUpdate: true,
  condition: "current.state != 'terminating' && current.state != 'terminated'",
  form: { showButton: true, style: 'destructive' },
  roles: [ROLES.admin],
  script: openDeletion,
  order: 900,
})
