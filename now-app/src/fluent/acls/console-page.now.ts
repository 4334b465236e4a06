import { Acl } from '@servicenow/sdk/core'
import { auditor } from '../roles/auditor.now.ts'

Acl({
  $id: Now.ID['console-page-read'],
  name: 'x_accrd_bridge_console',
  type: 'ui_page',
  operation: 'read',
  roles: [auditor],
})
