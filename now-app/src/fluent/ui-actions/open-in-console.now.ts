import { UiAction } from '@servicenow/sdk/core'
import { openConnection } from '../../server/ui-actions/open-console.ts'
import { ROLES, TABLES } from '../../server/names.ts'
import { SCOPE } from '../../server/scope.ts'

UiAction({
  $id: Now.ID['action-open'],
  table: TABLES.connection,
  name: 'Open in console',
  actionName: `${SCOPE}_open`,
  hint: 'See the live state and the handshake log of this connection',
  showInsert: false,
  showUpdate: true,
  condition: '!current.isNewRecord() && !current.node_connection_id.nil()',
  form: { showButton: true },
  roles: [ROLES.auditor],
  script: openConnection,
  order: 400,
})
