import { Acl } from '@servicenow/sdk/core'
import { TABLES } from '../../server/names.ts'

/** The application's own notebook: its scripts read and write it, no person does. A plan holds what travels. */
Acl({
  $id: Now.ID['write-plan-read'],
  type: 'record',
  table: TABLES.writePlan,
  operation: 'read',
  roles: ['nobody'],
  adminOverrides: false,
})
Acl({
  $id: Now.ID['write-plan-create'],
  type: 'record',
  table: TABLES.writePlan,
  operation: 'create',
  roles: ['nobody'],
  adminOverrides: false,
})
Acl({
  $id: Now.ID['write-plan-write'],
  type: 'record',
  table: TABLES.writePlan,
  operation: 'write',
  roles: ['nobody'],
  adminOverrides: false,
})
Acl({
  $id: Now.ID['write-plan-delete'],
  type: 'record',
  table: TABLES.writePlan,
  operation: 'delete',
  roles: ['nobody'],
  adminOverrides: false,
})
