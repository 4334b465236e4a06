import { Acl } from '@servicenow/sdk/core'
import { TABLES } from '../../server/names.ts'

/** The application's own notebook: its scripts read and write it, no person does. */
Acl({
  $id: Now.ID['connection-snapshot-read'],
  type: 'record',
  table: TABLES.connectionSnapshot,
  operation: 'read',
  roles: ['nobody'],
  adminOverrides: false,
})
Acl({
  $id: Now.ID['connection-snapshot-create'],
  type: 'record',
  table: TABLES.connectionSnapshot,
  operation: 'create',
  roles: ['nobody'],
  adminOverrides: false,
})
Acl({
  $id: Now.ID['connection-snapshot-write'],
  type: 'record',
  table: TABLES.connectionSnapshot,
  operation: 'write',
  roles: ['nobody'],
  adminOverrides: false,
})
Acl({
  $id: Now.ID['connection-snapshot-delete'],
  type: 'record',
  table: TABLES.connectionSnapshot,
  operation: 'delete',
  roles: ['nobody'],
  adminOverrides: false,
})
