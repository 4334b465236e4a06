import { Record } from '@servicenow/sdk/core'
import { menu } from './menu.now.ts'

Record({
  $id: Now.ID['module-connections'],
  table: 'sys_app_module',
  data: {
    title: 'Connections',
    hint: 'All connections of this instance',
    application: menu,
    link_type: 'LIST',
    name: 'x_accrd_bridge_connection',
    filter: 'state!=terminated',
    roles: ['x_accrd_bridge.auditor'],
    active: true,
    order: 100,
  },
})
