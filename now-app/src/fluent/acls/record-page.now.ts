import { Acl } from '@servicenow/sdk/core'
import { SCOPE } from '../../server/scope.ts'

/** The page holds nothing; what it asks for is decided by the ACLs of the record. */
Acl({
  $id: Now.ID['record-page-read'],
  name: `${SCOPE}_record`,
  type: 'ui_page',
  operation: 'read',
  securityAttribute: 'user_is_authenticated',
})
