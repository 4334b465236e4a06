import { Acl } from '@servicenow/sdk/core'
import { TABLES } from '../../server/names.ts'

/** The application's own notebook: its scripts read and write it, no person does. */
Acl({
  $id: Now.ID['change-notice-read'],
  type: 'record',
  table: TABLES.changeNotice,
  operation: 'read',
  roles: ['nobody'],
  adminOverrides: false,
})
Acl({
  $id: Now.ID['change-notice-create'],
  type: 'record',
  table: TABLES.changeNotice,
  operation: 'create',
  roles: ['nobody'],
  adminOverrides: false,
})
Acl({
  $id: Now.ID['change-notice-write'],
  type: 'record',
  table: TABLES.changeNotice,
  operation: 'write',
  roles: ['nobody'],
  adminOverrides: false,
})
Acl({
  $id: Now.ID['change-notice-delete'],
  type: 'record',
  table: TABLES.changeNotice,
  operation: 'delete',
  roles: ['nobody'],
  adminOverrides: false,
})
