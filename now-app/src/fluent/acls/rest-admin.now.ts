import { Acl } from '@servicenow/sdk/core'
import { admin } from '../roles/admin.now.ts'

export const restAdmin = Acl({
  $id: Now.ID['rest-admin'],
  name: 'x_accrd_bridge.rest.admin',
  type: 'rest_endpoint',
  operation: 'execute',
  roles: [admin],
})
