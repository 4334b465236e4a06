import { Acl } from '@servicenow/sdk/core'
import { auditor } from '../roles/auditor.now.ts'

/** The node is the source of truth; its mirror is written by this application's scripts alone. Nobody writes through the platform, not even its administrators. */
Acl({
  $id: Now.ID['connection-read'],
  type: 'record',
  table: 'x_accrd_bridge_connection',
  operation: 'read',
  roles: [auditor],
})
Acl({
  $id: Now.ID['connection-create'],
  type: 'record',
  table: 'x_accrd_bridge_connection',
  operation: 'create',
  roles: ['nobody'],
  adminOverrides: false,
})
Acl({
  $id: Now.ID['connection-write'],
  type: 'record',
  table: 'x_accrd_bridge_connection',
  operation: 'write',
  roles: ['nobody'],
  adminOverrides: false,
})
Acl({
  $id: Now.ID['connection-delete'],
  type: 'record',
  table: 'x_accrd_bridge_connection',
  operation: 'delete',
  roles: ['nobody'],
  adminOverrides: false,
})
