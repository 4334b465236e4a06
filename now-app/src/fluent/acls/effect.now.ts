import { Acl } from '@servicenow/sdk/core'
import { TABLES } from '../../server/names.ts'

/** The application's own notebook: its scripts read and write it, no person does. */
Acl({
  $id: Now.ID['effect-read'],
  type: 'record',
  table: TABLES.effect,
  operation: 'read',
  roles: ['nobody'],
  adminOverrides: false,
})
Acl({
  $id: Now.ID['effect-create'],
  type: 'record',
  table: TABLES.effect,
  operation: 'create',
  roles: ['nobody'],
  adminOverrides: false,
})
Acl({
  $id: Now.ID['effect-write'],
  type: 'record',
  table: TABLES.effect,
  operation: 'write',
  roles: ['nobody'],
  adminOverrides: false,
})
Acl({
  $id: Now.ID['effect-delete'],
  type: 'record',
  table: TABLES.effect,
  operation: 'delete',
  roles: ['nobody'],
  adminOverrides: false,
})
