import { Acl } from '@servicenow/sdk/core'
import { operator } from '../roles/operator.now.ts'

export const restOperator = Acl({
  $id: Now.ID['rest-operator'],
  name: 'x_accrd_bridge.rest.operator',
  type: 'rest_endpoint',
  operation: 'execute',
  roles: [operator],
})
