import { Acl } from '@servicenow/sdk/core'
import { auditor } from '../roles/auditor.now.ts'

export const restAuditor = Acl({
  $id: Now.ID['rest-auditor'],
  name: 'x_accrd_bridge.rest.auditor',
  type: 'rest_endpoint',
  operation: 'execute',
  roles: [auditor],
})
