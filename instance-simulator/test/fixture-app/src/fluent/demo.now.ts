import { Record } from '@servicenow/sdk/core'

const shelf = Record({
  $id: Now.ID['shelf-a'],
  table: 'x_acme_shelf_shelf',
  data: { name: 'Shelf A', room: '1.01' },
})

Record({
  $id: Now.ID['book-dune'],
  $meta: { installMethod: 'first install' },
  table: 'x_acme_shelf_book',
  data: { number: 'BOOK0000001', title: 'Dune', author: 'Frank Herbert', state: 'in', pages: 412, shelf: shelf },
})

Record({
  $id: Now.ID['book-atlas'],
  $meta: { installMethod: 'demo' },
  table: 'x_acme_shelf_book',
  data: {
    number: 'BOOK0000002',
    title: 'An old atlas',
    author: 'G. Mercator',
    state: 'out',
    pages: 90,
    rare: true,
    price: 9000,
  },
})
