import { UiAction } from '@servicenow/sdk/core'
import { openReissue } from '../../server/ui-actions/open-console.ts'

UiAction({
  $id: Now.ID['action-reissue'],
  table: 'x_accrd_bridge_connection',
  name: 'Re-issue code',
  actionName: 'x_accrd_bridge_reissue',
  hint: 'Make a new invitation code, which is shown once; asks first',
  showInsert: false,
  showUpdate: true,
  condition:
    "current.side == 'source' && (current.state == 'invited' || current.state == 'revoked' || current.state == 'expired' || current.state == 'abandoned')",
  form: { showButton: true },
  roles: ['x_accrd_bridge.admin'],
  script: openReissue,
  order: 310,
})
