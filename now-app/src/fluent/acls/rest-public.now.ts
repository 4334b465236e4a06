import { Acl } from '@servicenow/sdk/core'

/** For callers without an account: discovery tells nothing secret, events prove themselves by their signature. */
export const restPublic = Acl({
  $id: Now.ID['rest-public'],
  name: 'x_accrd_bridge.rest.public',
  type: 'rest_endpoint',
  operation: 'execute',
  roles: ['public'],
})
