import { Record } from '@servicenow/sdk/core'
import { menu } from './menu.now.ts'
import { CONSOLE_PAGE, ROLES, TABLES } from '../../server/names.ts'

Record({
  $id: Now.ID['module-connections'],
  table: 'sys_app_module',
  data: {
    title: 'Connections',
    hint: 'All connections of this instance, live',
    application: menu,
    link_type: 'DIRECT',
    query: `${CONSOLE_PAGE}?view=connections`,
    roles: [ROLES.auditor],
    active: true,
    order: 100,
  },
})

/** For filters, exports and reports of the platform; it is not live. */
Record({
  $id: Now.ID['module-connection-list'],
  table: 'sys_app_module',
  data: {
    title: 'Connection list',
    hint: 'The records of all connections, as the platform lists them',
    application: menu,
    link_type: 'LIST',
    name: TABLES.connection,
    filter: 'state!=terminated',
    roles: [ROLES.auditor],
    active: true,
    order: 110,
  },
})
