import { Record } from '@servicenow/sdk/core'
import { menu } from './menu.now.ts'
import { CONSOLE_PAGE, ROLES } from '../../server/names.ts'

Record({
  $id: Now.ID['module-sync-access'],
  table: 'sys_app_module',
  data: {
    title: 'Sync access',
    hint: 'What Accord may read and write of each table',
    application: menu,
    link_type: 'DIRECT',
    query: `${CONSOLE_PAGE}?view=sync-access`,
    roles: [ROLES.auditor],
    active: true,
    order: 500,
  },
})
