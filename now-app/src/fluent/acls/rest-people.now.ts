import { Acl } from '@servicenow/sdk/core'
import { SCOPE } from '../../server/scope.ts'

/** For everybody with an account: what the route tells is decided by the ACLs of the record that it is asked for. */
export const restPeople = Acl({
  $id: Now.ID['rest-people'],
  name: `${SCOPE}.rest.people`,
  type: 'rest_endpoint',
  operation: 'execute',
  securityAttribute: 'user_is_authenticated',
})
