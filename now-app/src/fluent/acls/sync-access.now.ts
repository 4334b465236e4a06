import { Acl } from '@servicenow/sdk/core'
import { auditor } from '../roles/auditor.now.ts'
import { TABLES } from '../../server/names.ts'

/** Only the administrator of the instance says what Accord may touch: no role of Accord does, and no node. */
Acl({
  $id: Now.ID['sync-access-read'],
  type: 'record',
  table: TABLES.syncAccess,
  operation: 'read',
  roles: [auditor],
})
Acl({
  $id: Now.ID['sync-access-create'],
  type: 'record',
  table: TABLES.syncAccess,
  operation: 'create',
  roles: ['admin'],
})
Acl({
  $id: Now.ID['sync-access-write'],
  type: 'record',
  table: TABLES.syncAccess,
  operation: 'write',
  roles: ['admin'],
})
Acl({
  $id: Now.ID['sync-access-delete'],
  type: 'record',
  table: TABLES.syncAccess,
  operation: 'delete',
  roles: ['admin'],
})
