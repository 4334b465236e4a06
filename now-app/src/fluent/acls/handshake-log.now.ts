import { Acl } from '@servicenow/sdk/core'
import { auditor } from '../roles/auditor.now.ts'
import { TABLES } from '../../server/names.ts'

/** A log that could be edited would prove nothing. Nobody writes through the platform, not even its administrators. */
Acl({
  $id: Now.ID['handshake-log-read'],
  type: 'record',
  table: TABLES.handshakeLog,
  operation: 'read',
  roles: [auditor],
})
Acl({
  $id: Now.ID['handshake-log-create'],
  type: 'record',
  table: TABLES.handshakeLog,
  operation: 'create',
  roles: ['nobody'],
  adminOverrides: false,
})
Acl({
  $id: Now.ID['handshake-log-write'],
  type: 'record',
  table: TABLES.handshakeLog,
  operation: 'write',
  roles: ['nobody'],
  adminOverrides: false,
})
Acl({
  $id: Now.ID['handshake-log-delete'],
  type: 'record',
  table: TABLES.handshakeLog,
  operation: 'delete',
  roles: ['nobody'],
  adminOverrides: false,
})
