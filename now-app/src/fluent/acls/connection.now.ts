import { Acl } from '@servicenow/sdk/core'
import { auditor } from '../roles/auditor.now.ts'
import { TABLES } from '../../server/names.ts'

/** The node is the source of truth; its rows here are written by this application's scripts alone. Nobody writes through the platform, not even its administrators. */
Acl({
  $id: Now.ID['connection-read'],
  type: 'record',
  table: TABLES.connection,
  operation: 'read',
  roles: [auditor],
})
Acl({
  $id: Now.ID['connection-create'],
  type: 'record',
  table: TABLES.connection,
  operation: 'create',
  roles: ['nobody'],
  adminOverrides: false,
})
Acl({
  $id: Now.ID['connection-write'],
  type: 'record',
  table: TABLES.connection,
  operation: 'write',
  roles: ['nobody'],
  adminOverrides: false,
})
Acl({
  $id: Now.ID['connection-delete'],
  type: 'record',
  table: TABLES.connection,
  operation: 'delete',
  roles: ['nobody'],
  adminOverrides: false,
})
