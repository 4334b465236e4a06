import { UiAction } from '@servicenow/sdk/core'
import { lendBook } from '../server/lend-book.ts'

UiAction({
  $id: Now.ID['lend'],
  table: 'x_acme_shelf_book',
  name: 'Lend',
  actionName: 'x_acme_shelf_lend',
  showInsert: false,
  showUpdate: true,
  condition: "current.state == 'in'",
  form: { showButton: true, style: 'primary' },
  roles: ['x_acme_shelf.librarian'],
  script: lendBook,
  order: 100,
})

UiAction({
  $id: Now.ID['report-lost'],
  table: 'x_acme_shelf_book',
  name: 'Report lost',
  actionName: 'x_acme_shelf_report_lost',
  showInsert: false,
  showUpdate: true,
  condition: "current.state == 'out'",
  client: { isClient: true, isUi16Compatible: true, onClick: 'reportLost()' },
  form: { showButton: true, style: 'destructive' },
  roles: ['x_acme_shelf.librarian'],
  script: `function reportLost() {
  if (!confirm('Is the book really lost?')) return false
  gsftSubmit(null, g_form.getFormElement(), 'x_acme_shelf_report_lost')
}
if (typeof window == 'undefined') {
  current.state = 'lost'
  current.update()
  action.setRedirectURL(current)
}`,
  order: 200,
})

UiAction({
  $id: Now.ID['open-shelves'],
  table: 'x_acme_shelf_book',
  name: 'Open the shelves',
  actionName: 'x_acme_shelf_open',
  showInsert: false,
  list: { showBannerButton: true },
  script: `action.setRedirectURL('x_acme_shelf_shelves.do')`,
  order: 50,
})
