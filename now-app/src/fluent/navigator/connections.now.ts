import { Record } from '@servicenow/sdk/core'
import { menu } from './menu.now.ts'
import { ROLES, TABLES } from '../../server/names.ts'

Record({
  $id: Now.ID['module-connections'],
  table: 'sys_app_module',
  data: {
    title: 'Connections',
    hint: 'All connections of this instance',
    application: menu,
    link_type: 'LIST',
    name: TABLES.connection,
    filter: 'state!=terminated',
    roles: [ROLES.auditor],
    active: true,
    order: 100,
  },
})
