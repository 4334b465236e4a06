import { ApplicationMenu, Record } from '@servicenow/sdk/core'
import { reader } from './roles.now.ts'

const menu = ApplicationMenu({
  $id: Now.ID['menu'],
  title: 'Acme Bookshelf',
  active: true,
  roles: [reader],
})

Record({
  $id: Now.ID['module-books'],
  table: 'sys_app_module',
  data: {
    title: 'Books',
    application: menu,
    link_type: 'LIST',
    name: 'x_acme_shelf_book',
    roles: ['x_acme_shelf.reader'],
    active: true,
    order: 100,
  },
})
