import { Record } from '@servicenow/sdk/core'
import { menu } from './menu.now.ts'

Record({
  $id: Now.ID['module-console'],
  table: 'sys_app_module',
  data: {
    title: 'Console',
    hint: 'Connections with their live state',
    application: menu,
    link_type: 'DIRECT',
    query: 'x_accrd_bridge_console.do',
    roles: ['x_accrd_bridge.auditor'],
    active: true,
    order: 200,
  },
})
