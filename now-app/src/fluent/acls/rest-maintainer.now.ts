import { Acl } from '@servicenow/sdk/core'
import { maintainer } from '../roles/maintainer.now.ts'
import { SCOPE } from '../../server/scope.ts'

export const restMaintainer = Acl({
  $id: Now.ID['rest-maintainer'],
  name: `${SCOPE}.rest.maintainer`,
  type: 'rest_endpoint',
  operation: 'execute',
  roles: [maintainer],
})
