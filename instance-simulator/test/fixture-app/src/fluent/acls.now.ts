import { Acl } from '@servicenow/sdk/core'
import { librarian, reader } from './roles.now.ts'
import { mayWriteBook } from '../server/may-write-book.ts'

Acl({ $id: Now.ID['book-read'], type: 'record', table: 'x_acme_shelf_book', operation: 'read', roles: [reader] })
Acl({ $id: Now.ID['book-create'], type: 'record', table: 'x_acme_shelf_book', operation: 'create', roles: [librarian] })
Acl({
  $id: Now.ID['book-write'],
  type: 'record',
  table: 'x_acme_shelf_book',
  operation: 'write',
  roles: [librarian],
  script: mayWriteBook,
})
Acl({
  $id: Now.ID['book-delete'],
  type: 'record',
  table: 'x_acme_shelf_book',
  operation: 'delete',
  roles: [librarian],
  condition: 'state!=out',
})
Acl({
  $id: Now.ID['book-price-read'],
  type: 'record',
  table: 'x_acme_shelf_book',
  field: 'price',
  operation: 'read',
  roles: [librarian],
})
Acl({
  $id: Now.ID['book-price-write'],
  type: 'record',
  table: 'x_acme_shelf_book',
  field: 'price',
  operation: 'write',
  roles: ['admin'],
})
Acl({ $id: Now.ID['shelf-read'], type: 'record', table: 'x_acme_shelf_shelf', operation: 'read', roles: [reader] })

export const restAcl = Acl({
  $id: Now.ID['rest-execute'],
  name: 'x_acme_shelf.api',
  type: 'rest_endpoint',
  operation: 'execute',
  roles: [reader],
})

Acl({
  $id: Now.ID['page-read'],
  name: 'x_acme_shelf_shelves',
  type: 'ui_page',
  operation: 'read',
  roles: [reader],
})
