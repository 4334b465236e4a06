import { Acl } from '@servicenow/sdk/core'
import { SCOPE } from '../../server/scope.ts'

/** For callers without an account: discovery tells nothing secret, events prove themselves by their signature. */
export const restPublic = Acl({
  $id: Now.ID['rest-public'],
  name: `${SCOPE}.rest.public`,
  type: 'rest_endpoint',
  operation: 'execute',
  roles: ['public'],
})
