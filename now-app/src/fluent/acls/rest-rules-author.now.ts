import { Acl } from '@servicenow/sdk/core'
import { rulesAuthor } from '../roles/rules-author.now.ts'
import { SCOPE } from '../../server/scope.ts'

export const restRulesAuthor = Acl({
  $id: Now.ID['rest-rules-author'],
  name: `${SCOPE}.rest.rules_author`,
  type: 'rest_endpoint',
  operation: 'execute',
  roles: [rulesAuthor],
})
