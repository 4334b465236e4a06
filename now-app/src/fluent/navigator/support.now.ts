import { Record } from '@servicenow/sdk/core'
import { menu } from './menu.now.ts'
import { CONSOLE_PAGE, ROLES } from '../../server/names.ts'

Record({
  $id: Now.ID['module-support'],
  table: 'sys_app_module',
  data: {
    title: 'Support',
    hint: 'Versions, logs and diagnosis',
    application: menu,
    link_type: 'DIRECT',
    query: `${CONSOLE_PAGE}?view=help%2Fsupport`,
    roles: [ROLES.auditor],
    active: true,
    order: 600,
  },
})
