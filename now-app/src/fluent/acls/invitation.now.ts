import { Acl } from '@servicenow/sdk/core'
import { auditor } from '../roles/auditor.now.ts'

/** The node is the source of truth; its mirror is written by this application's scripts alone. Nobody writes through the platform, not even its administrators. */
Acl({
  $id: Now.ID['invitation-read'],
  type: 'record',
  table: 'x_accrd_bridge_invitation',
  operation: 'read',
  roles: [auditor],
})
Acl({
  $id: Now.ID['invitation-create'],
  type: 'record',
  table: 'x_accrd_bridge_invitation',
  operation: 'create',
  roles: ['nobody'],
  adminOverrides: false,
})
Acl({
  $id: Now.ID['invitation-write'],
  type: 'record',
  table: 'x_accrd_bridge_invitation',
  operation: 'write',
  roles: ['nobody'],
  adminOverrides: false,
})
Acl({
  $id: Now.ID['invitation-delete'],
  type: 'record',
  table: 'x_accrd_bridge_invitation',
  operation: 'delete',
  roles: ['nobody'],
  adminOverrides: false,
})
