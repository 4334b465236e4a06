import { Record } from '@servicenow/sdk/core'
import { menu } from './menu.now.ts'
import { CONSOLE_PAGE, ROLES } from '../../server/names.ts'

Record({
  $id: Now.ID['module-console'],
  table: 'sys_app_module',
  data: {
    title: 'Console',
    hint: 'What needs you, and connections with their live state',
    application: menu,
    link_type: 'DIRECT',
    query: CONSOLE_PAGE,
    roles: [ROLES.auditor],
    active: true,
    order: 200,
  },
})
