import { BusinessRule } from '@servicenow/sdk/core'
import { refuseLosingRareBooks } from '../server/refuse-losing-rare-books.ts'
import { trailAfterLending, trailLater } from '../server/trail.ts'

BusinessRule({
  $id: Now.ID['refuse-losing-rare-books'],
  name: 'Refuse losing rare books',
  table: 'x_acme_shelf_book',
  when: 'before',
  action: ['insert', 'update'],
  filterCondition: 'state=lost',
  order: 50,
  script: refuseLosingRareBooks,
})

BusinessRule({
  $id: Now.ID['title-case'],
  name: 'Trim the title',
  table: 'x_acme_shelf_book',
  when: 'before',
  action: ['insert', 'update'],
  condition: 'current.title.changes()',
  order: 100,
  script: `(function executeRule(current, previous) { current.title = String(current.title).trim() })(current, previous)`,
})

BusinessRule({
  $id: Now.ID['trail-after-lending'],
  name: 'Write a trail after lending',
  table: 'x_acme_shelf_book',
  when: 'after',
  action: ['update'],
  filterCondition: 'stateCHANGESTOout',
  order: 200,
  script: trailAfterLending,
})

BusinessRule({
  $id: Now.ID['trail-later'],
  name: 'Write a trail later',
  table: 'x_acme_shelf_book',
  when: 'async',
  action: ['update'],
  filterCondition: 'stateCHANGESTOin',
  order: 300,
  script: trailLater,
})
