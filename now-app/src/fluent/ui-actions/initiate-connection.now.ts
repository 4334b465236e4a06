import { UiAction } from '@servicenow/sdk/core'
import { openInitiate } from '../../server/ui-actions/open-console.ts'

UiAction({
  $id: Now.ID['action-initiate'],
  table: 'x_accrd_bridge_connection',
  name: 'Initiate Connection',
  actionName: 'x_accrd_bridge_initiate',
  hint: 'Create a connection and the invitation code for the other company',
  showInsert: false,
  showUpdate: true,
  list: { showBannerButton: true, style: 'primary' },
  form: { showButton: true },
  roles: ['x_accrd_bridge.admin'],
  script: openInitiate,
  order: 100,
})
