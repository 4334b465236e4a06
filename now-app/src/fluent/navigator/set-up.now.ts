import { Record } from '@servicenow/sdk/core'
import { menu } from './menu.now.ts'

Record({
  $id: Now.ID['module-set-up'],
  table: 'sys_app_module',
  data: {
    title: 'Set-up',
    hint: 'Pair this instance with its bridge node',
    application: menu,
    link_type: 'DIRECT',
    query: 'x_accrd_bridge_console.do#/setup',
    roles: ['x_accrd_bridge.admin'],
    active: true,
    order: 300,
  },
})
