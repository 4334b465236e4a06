import { UiAction } from '@servicenow/sdk/core'
import { openAccept } from '../../server/ui-actions/open-console.ts'

UiAction({
  $id: Now.ID['action-accept'],
  table: 'x_accrd_bridge_connection',
  name: 'Accept invitation',
  actionName: 'x_accrd_bridge_accept',
  hint: 'Paste the invitation code that the other company sent',
  showInsert: false,
  showUpdate: true,
  list: { showBannerButton: true },
  form: { showButton: true },
  roles: ['x_accrd_bridge.admin'],
  script: openAccept,
  order: 200,
})
