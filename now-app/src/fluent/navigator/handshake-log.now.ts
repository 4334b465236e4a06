import { Record } from '@servicenow/sdk/core'
import { menu } from './menu.now.ts'

Record({
  $id: Now.ID['module-handshake-log'],
  table: 'sys_app_module',
  data: {
    title: 'Handshake log',
    hint: 'Who did what to which connection',
    application: menu,
    link_type: 'LIST',
    name: 'x_accrd_bridge_handshake_log',
    roles: ['x_accrd_bridge.auditor'],
    active: true,
    order: 400,
  },
})
