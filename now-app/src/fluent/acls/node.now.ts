import { Acl } from '@servicenow/sdk/core'
import { admin } from '../roles/admin.now.ts'

/** Pairing is the only way to fill this table. Nobody writes through the platform, not even its administrators. */
Acl({ $id: Now.ID['node-read'], type: 'record', table: 'x_accrd_bridge_node', operation: 'read', roles: [admin] })
Acl({
  $id: Now.ID['node-create'],
  type: 'record',
  table: 'x_accrd_bridge_node',
  operation: 'create',
  roles: ['nobody'],
  adminOverrides: false,
})
Acl({
  $id: Now.ID['node-write'],
  type: 'record',
  table: 'x_accrd_bridge_node',
  operation: 'write',
  roles: ['nobody'],
  adminOverrides: false,
})
Acl({
  $id: Now.ID['node-delete'],
  type: 'record',
  table: 'x_accrd_bridge_node',
  operation: 'delete',
  roles: ['nobody'],
  adminOverrides: false,
})
Acl({
  $id: Now.ID['node-token-read'],
  type: 'record',
  table: 'x_accrd_bridge_node',
  field: 'token',
  operation: 'read',
  roles: ['nobody'],
  adminOverrides: false,
})
Acl({
  $id: Now.ID['node-callback_key-read'],
  type: 'record',
  table: 'x_accrd_bridge_node',
  field: 'callback_key',
  operation: 'read',
  roles: ['nobody'],
  adminOverrides: false,
})
Acl({
  $id: Now.ID['node-code_digest-read'],
  type: 'record',
  table: 'x_accrd_bridge_node',
  field: 'code_digest',
  operation: 'read',
  roles: ['nobody'],
  adminOverrides: false,
})
