import { Record } from '@servicenow/sdk/core'
import { menu } from './menu.now.ts'
import { ROLES, TABLES } from '../../server/names.ts'

Record({
  $id: Now.ID['module-handshake-log'],
  table: 'sys_app_module',
  data: {
    title: 'Handshake log',
    hint: 'Who did what to which connection',
    application: menu,
    link_type: 'LIST',
    name: TABLES.handshakeLog,
    roles: [ROLES.auditor],
    active: true,
    order: 400,
  },
})
