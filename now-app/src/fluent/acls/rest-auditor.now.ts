import { Acl } from '@servicenow/sdk/core'
import { auditor } from '../roles/auditor.now.ts'
import { SCOPE } from '../../server/scope.ts'

export const restAuditor = Acl({
  $id: Now.ID['rest-auditor'],
  name: `${SCOPE}.rest.auditor`,
  type: 'rest_endpoint',
  operation: 'execute',
  roles: [auditor],
})
