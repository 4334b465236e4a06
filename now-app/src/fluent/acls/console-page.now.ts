import { Acl } from '@servicenow/sdk/core'
import { auditor } from '../roles/auditor.now.ts'
import { SCOPE } from '../../server/scope.ts'

Acl({
  $id: Now.ID['console-page-read'],
  name: `${SCOPE}_console`,
  type: 'ui_page',
  operation: 'read',
  roles: [auditor],
})
