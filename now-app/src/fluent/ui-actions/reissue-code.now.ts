import { UiAction } from '@servicenow/sdk/core'
import { openReissue } from '../../server/ui-actions/open-console.ts'
import { ROLES, TABLES } from '../../server/names.ts'
import { SCOPE } from '../../server/scope.ts'

UiAction({
  $id: Now.ID['action-reissue'],
  table: TABLES.connection,
  name: 'Re-issue code',
  actionName: `${SCOPE}_reissue`,
  hint: 'Make a new invitation code, which is shown once; asks first',
  showInsert: false,
  showUpdate: true,
  condition:
    "current.side == 'source' && (current.state == 'invited' || current.state == 'revoked' || current.state == 'expired' || current.state == 'abandoned')",
  form: { showButton: true },
  roles: [ROLES.admin],
  script: openReissue,
  order: 310,
})
