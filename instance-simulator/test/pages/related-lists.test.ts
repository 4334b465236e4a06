/** What stands below the fields of a form: by a reference, or by a relationship whose script refines the query. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { startShelf, type ShelfInstance } from '../shelf-instance.ts'
import { Visitor } from './browser.ts'

let shelf: ShelfInstance
let admin: Visitor
let list = ''
beforeAll(async () => {
  shelf = await startShelf()
  admin = new Visitor(shelf)
  await admin.logIn('admin')
  list = insert('sys_ui_related_list', { name: 'change_request', view: 'Default view' })
}, 120_000)
afterAll(() => shelf?.close())

const insert = (table: string, row: Readonly<Record<string, string>>): string => {
  const { store } = shelf.instance
  const known = store.query(table, { encoded: `name=${row['name'] ?? ''}^view=Default view` }, shelf.system)
  if (table === 'sys_ui_related_list' && known[0]) return known[0]['sys_id'] ?? ''
  return store.insert(table, row, shelf.system)['sys_id'] ?? ''
}
const place = (name: string, position = '9') =>
  insert('sys_ui_related_list_entry', { list_id: list, related_list: name, position })
const formOf = (id: string) => admin.text(`/change_request.do?sys_id=${id}`)
const relationship = (row: Readonly<Record<string, string>>) =>
  insert('sys_relationship', { basic_apply_to: 'task', basic_query_from: 'problem', query_with: '', ...row })

test('a form shows what refers to its record, and no list where the record is new', async () => {
  const parent = insert('change_request', { short_description: 'The parent' })
  insert('change_task', { short_description: 'Its child', change_request: parent })
  insert('change_task', { short_description: 'No child' })
  place('change_task.change_request', '0')
  const page = await formOf(parent)
  expect([page.includes('Its child'), page.includes('No child')]).toEqual([true, false])
  expect(await formOf('-1')).not.toContain('aria-label="Change Task"')
})

test('a relationship finds by its script, with the record of the form as parent; the next one by its position', async () => {
  const id = insert('change_request', { short_description: 'Mail', description: 'of the mail' })
  insert('problem', { short_description: 'of the mail' })
  insert('problem', { short_description: 'of the printer' })
  const query = "(function refineQuery(current, parent) { current.addQuery('short_description', parent.getValue('description')) })(current, parent)" // prettier-ignore
  place(`REL:${relationship({ name: 'Same words', query_with: query })}`)
  const page = await formOf(id)
  expect(page).toContain('aria-label="Same words"')
  expect([page.includes('of the mail'), page.includes('of the printer')]).toEqual([true, false])
})

test('what applies to another table, is of another view or personal is not shown; what is not simulated is refused by name', async () => {
  const id = insert('change_request', { short_description: 'Lonely' })
  place(`REL:${relationship({ name: 'Of incidents', basic_apply_to: 'incident' })}`)
  const advanced = relationship({ name: 'By scripts', advanced: 'true' })
  place(`REL:${advanced}`)
  place(`REL:${'0'.repeat(32)}`)
  place('no_such_table.field')
  const page = await formOf(id)
  for (const name of ['Of incidents', 'By scripts']) expect(page).not.toContain(`aria-label="${name}"`)
})
