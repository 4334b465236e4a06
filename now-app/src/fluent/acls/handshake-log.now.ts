import { Acl } from '@servicenow/sdk/core'
import { auditor } from '../roles/auditor.now.ts'

/** A log that could be edited would prove nothing. Nobody writes through the platform, not even its administrators. */
Acl({
  $id: Now.ID['handshake-log-read'],
  type: 'record',
  table: 'x_accrd_bridge_handshake_log',
  operation: 'read',
  roles: [auditor],
})
Acl({
  $id: Now.ID['handshake-log-create'],
  type: 'record',
  table: 'x_accrd_bridge_handshake_log',
  operation: 'create',
  roles: ['nobody'],
  adminOverrides: false,
})
Acl({
  $id: Now.ID['handshake-log-write'],
  type: 'record',
  table: 'x_accrd_bridge_handshake_log',
  operation: 'write',
  roles: ['nobody'],
  adminOverrides: false,
})
Acl({
  $id: Now.ID['handshake-log-delete'],
  type: 'record',
  table: 'x_accrd_bridge_handshake_log',
  operation: 'delete',
  roles: ['nobody'],
  adminOverrides: false,
})
