import { Record } from '@servicenow/sdk/core'
import { menu } from './menu.now.ts'
import { CONSOLE_PAGE, ROLES } from '../../server/names.ts'

Record({
  $id: Now.ID['module-set-up'],
  table: 'sys_app_module',
  data: {
    title: 'Set-up',
    hint: 'Pair this instance with its bridge node',
    application: menu,
    link_type: 'DIRECT',
    query: `${CONSOLE_PAGE}?view=setup`,
    roles: [ROLES.admin],
    active: true,
    order: 300,
  },
})
