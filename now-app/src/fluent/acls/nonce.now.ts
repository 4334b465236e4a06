import { Acl } from '@servicenow/sdk/core'
import { TABLES } from '../../server/names.ts'

/** The application's own notebook: its scripts read and write it, no person does. */
Acl({
  $id: Now.ID['nonce-read'],
  type: 'record',
  table: TABLES.nonce,
  operation: 'read',
  roles: ['nobody'],
  adminOverrides: false,
})
Acl({
  $id: Now.ID['nonce-create'],
  type: 'record',
  table: TABLES.nonce,
  operation: 'create',
  roles: ['nobody'],
  adminOverrides: false,
})
Acl({
  $id: Now.ID['nonce-write'],
  type: 'record',
  table: TABLES.nonce,
  operation: 'write',
  roles: ['nobody'],
  adminOverrides: false,
})
Acl({
  $id: Now.ID['nonce-delete'],
  type: 'record',
  table: TABLES.nonce,
  operation: 'delete',
  roles: ['nobody'],
  adminOverrides: false,
})
