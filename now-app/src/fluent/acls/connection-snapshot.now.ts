import { Acl } from '@servicenow/sdk/core'

/** The application's own notebook: its scripts read and write it, no person does. */
Acl({
  $id: Now.ID['connection-snapshot-read'],
  type: 'record',
  table: 'x_accrd_bridge_connection_snapshot',
  operation: 'read',
  roles: ['nobody'],
  adminOverrides: false,
})
Acl({
  $id: Now.ID['connection-snapshot-create'],
  type: 'record',
  table: 'x_accrd_bridge_connection_snapshot',
  operation: 'create',
  roles: ['nobody'],
  adminOverrides: false,
})
Acl({
  $id: Now.ID['connection-snapshot-write'],
  type: 'record',
  table: 'x_accrd_bridge_connection_snapshot',
  operation: 'write',
  roles: ['nobody'],
  adminOverrides: false,
})
Acl({
  $id: Now.ID['connection-snapshot-delete'],
  type: 'record',
  table: 'x_accrd_bridge_connection_snapshot',
  operation: 'delete',
  roles: ['nobody'],
  adminOverrides: false,
})
