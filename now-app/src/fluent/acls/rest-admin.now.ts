import { Acl } from '@servicenow/sdk/core'
import { admin } from '../roles/admin.now.ts'
import { SCOPE } from '../../server/scope.ts'

export const restAdmin = Acl({
  $id: Now.ID['rest-admin'],
  name: `${SCOPE}.rest.admin`,
  type: 'rest_endpoint',
  operation: 'execute',
  roles: [admin],
})
