import { Acl } from '@servicenow/sdk/core'
import { auditor } from '../roles/auditor.now.ts'
import { TABLES } from '../../server/names.ts'

/** The node says what is watched; nobody writes here by hand. */
Acl({
  $id: Now.ID['watch-read'],
  type: 'record',
  table: TABLES.watch,
  operation: 'read',
  roles: [auditor],
})
Acl({
  $id: Now.ID['watch-create'],
  type: 'record',
  table: TABLES.watch,
  operation: 'create',
  roles: ['nobody'],
  adminOverrides: false,
})
Acl({
  $id: Now.ID['watch-write'],
  type: 'record',
  table: TABLES.watch,
  operation: 'write',
  roles: ['nobody'],
  adminOverrides: false,
})
Acl({
  $id: Now.ID['watch-delete'],
  type: 'record',
  table: TABLES.watch,
  operation: 'delete',
  roles: ['nobody'],
  adminOverrides: false,
})
