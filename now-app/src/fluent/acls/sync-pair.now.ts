import { Acl } from '@servicenow/sdk/core'
import { auditor } from '../roles/auditor.now.ts'
import { TABLES } from '../../server/names.ts'

/** For people to read; the application's scripts alone write it. */
Acl({
  $id: Now.ID['sync-pair-read'],
  type: 'record',
  table: TABLES.syncPair,
  operation: 'read',
  roles: [auditor],
})
/** Whoever may read a record may read its pairs: below its form, as on the page of the record. */
Acl({
  $id: Now.ID['sync-pair-read-of-record'],
  type: 'record',
  table: TABLES.syncPair,
  operation: 'read',
  script: 'answer = new RecordSync().mayRead(current);',
})
Acl({
  $id: Now.ID['sync-pair-create'],
  type: 'record',
  table: TABLES.syncPair,
  operation: 'create',
  roles: ['nobody'],
  adminOverrides: false,
})
Acl({
  $id: Now.ID['sync-pair-write'],
  type: 'record',
  table: TABLES.syncPair,
  operation: 'write',
  roles: ['nobody'],
  adminOverrides: false,
})
Acl({
  $id: Now.ID['sync-pair-delete'],
  type: 'record',
  table: TABLES.syncPair,
  operation: 'delete',
  roles: ['nobody'],
  adminOverrides: false,
})
