import { Acl } from '@servicenow/sdk/core'
import { operator } from '../roles/operator.now.ts'
import { SCOPE } from '../../server/scope.ts'

export const restOperator = Acl({
  $id: Now.ID['rest-operator'],
  name: `${SCOPE}.rest.operator`,
  type: 'rest_endpoint',
  operation: 'execute',
  roles: [operator],
})
