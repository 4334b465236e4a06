import { Acl } from '@servicenow/sdk/core'

/** The application's own notebook: its scripts read and write it, no person does. */
Acl({
  $id: Now.ID['news-read'],
  type: 'record',
  table: 'x_accord_bridge_news',
  operation: 'read',
  roles: ['nobody'],
  adminOverrides: false,
})
Acl({
  $id: Now.ID['news-create'],
  type: 'record',
  table: 'x_accord_bridge_news',
  operation: 'create',
  roles: ['nobody'],
  adminOverrides: false,
})
Acl({
  $id: Now.ID['news-write'],
  type: 'record',
  table: 'x_accord_bridge_news',
  operation: 'write',
  roles: ['nobody'],
  adminOverrides: false,
})
Acl({
  $id: Now.ID['news-delete'],
  type: 'record',
  table: 'x_accord_bridge_news',
  operation: 'delete',
  roles: ['nobody'],
  adminOverrides: false,
})
