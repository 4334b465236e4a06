import { Acl } from '@servicenow/sdk/core'
import { auditor } from '../roles/auditor.now.ts'
import { TABLES } from '../../server/names.ts'

/** The node is the source of truth; its rows here are written by this application's scripts alone. Nobody writes through the platform, not even its administrators. */
Acl({
  $id: Now.ID['invitation-read'],
  type: 'record',
  table: TABLES.invitation,
  operation: 'read',
  roles: [auditor],
})
Acl({
  $id: Now.ID['invitation-create'],
  type: 'record',
  table: TABLES.invitation,
  operation: 'create',
  roles: ['nobody'],
  adminOverrides: false,
})
Acl({
  $id: Now.ID['invitation-write'],
  type: 'record',
  table: TABLES.invitation,
  operation: 'write',
  roles: ['nobody'],
  adminOverrides: false,
})
Acl({
  $id: Now.ID['invitation-delete'],
  type: 'record',
  table: TABLES.invitation,
  operation: 'delete',
  roles: ['nobody'],
  adminOverrides: false,
})
