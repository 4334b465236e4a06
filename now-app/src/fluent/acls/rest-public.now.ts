import { Acl } from '@servicenow/sdk/core'
import { SCOPE } from '../../server/scope.ts'

/** For callers without an account: discovery tells nothing secret, events prove themselves by their signature. */
export const restPublic = Acl({
  $id: Now.ID['rest-public'],
  name: `${SCOPE}.rest.public`,
  type: 'rest_endpoint',
  operation: 'execute',
  roles: ['public'],
  description:
    'For callers without an account: a node, or another company before it has a credential. Discovery tells nothing secret; every other route is refused without the signature of the paired node (HMAC-SHA256, five minutes, each sync call once).',
})
