import { UiPage } from '@servicenow/sdk/core'
import shelves from '../client/index.html'

UiPage({
  $id: Now.ID['shelves-page'],
  endpoint: 'x_acme_shelf_shelves.do',
  description: 'All shelves, drawn by React',
  html: shelves,
  direct: true,
})

UiPage({
  $id: Now.ID['plain-page'],
  endpoint: 'x_acme_shelf_plain.do',
  description: 'A page with a form and a processing script',
  html: `<html><body><h1>Plain</h1><p id="words">A page without script</p></body></html>`,
  processingScript: `gs.addInfoMessage('processed');
response.sendRedirect('x_acme_shelf_book_list.do');`,
  direct: true,
})
