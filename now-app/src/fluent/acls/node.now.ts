import { Acl } from '@servicenow/sdk/core'
import { admin } from '../roles/admin.now.ts'
import { TABLES } from '../../server/names.ts'

/** Pairing is the only way to fill this table. Nobody writes through the platform, not even its administrators. */
Acl({ $id: Now.ID['node-read'], type: 'record', table: TABLES.node, operation: 'read', roles: [admin] })
Acl({
  $id: Now.ID['node-create'],
  type: 'record',
  table: TABLES.node,
  operation: 'create',
  roles: ['nobody'],
  adminOverrides: false,
})
Acl({
  $id: Now.ID['node-write'],
  type: 'record',
  table: TABLES.node,
  operation: 'write',
  roles: ['nobody'],
  adminOverrides: false,
})
Acl({
  $id: Now.ID['node-delete'],
  type: 'record',
  table: TABLES.node,
  operation: 'delete',
  roles: ['nobody'],
  adminOverrides: false,
})
Acl({
  $id: Now.ID['node-token-read'],
  type: 'record',
  table: TABLES.node,
  field: 'token',
  operation: 'read',
  roles: ['nobody'],
  adminOverrides: false,
})
Acl({
  $id: Now.ID['node-callback_key-read'],
  type: 'record',
  table: TABLES.node,
  field: 'callback_key',
  operation: 'read',
  roles: ['nobody'],
  adminOverrides: false,
})
Acl({
  $id: Now.ID['node-code_digest-read'],
  type: 'record',
  table: TABLES.node,
  field: 'code_digest',
  operation: 'read',
  roles: ['nobody'],
  adminOverrides: false,
})
