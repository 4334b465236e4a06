import { Record } from '@servicenow/sdk/core'
import { menu } from './menu.now.ts'
import { ROLES, TABLES } from '../../server/names.ts'

Record({
  $id: Now.ID['module-sync-pairs'],
  table: 'sys_app_module',
  data: {
    title: 'Sync pairs',
    hint: 'Which record is kept equal with which one of the other company',
    application: menu,
    link_type: 'LIST',
    name: TABLES.syncPair,
    roles: [ROLES.auditor],
    active: true,
    order: 350,
  },
})
