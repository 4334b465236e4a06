import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { startShelf, type ShelfInstance } from '../shelf-instance.ts'
import { Visitor } from './browser.ts'

let shelf: ShelfInstance
let libby: Visitor
let token: string
beforeAll(async () => {
  shelf = await startShelf()
  libby = new Visitor(shelf)
  await libby.logIn('libby')
  token = await libby.token('/x_acme_shelf_book_list.do')
}, 120_000)
afterAll(() => shelf?.close())

const form = '/x_acme_shelf_book.do'
const action = (page: string, name: string) =>
  new RegExp(`value="([0-9a-f]{32})"[^>]*>\\s*${name}`).exec(page)?.[1] ?? ''

describe('lists', () => {
  test('filter, order and pages of twenty', async () => {
    for (let index = 0; index < 25; index += 1)
      shelf.book({ title: `Paged ${String(index).padStart(2, '0')}`, state: 'in' })
    const address = '/x_acme_shelf_book_list.do?sysparm_query=titleSTARTSWITHPaged^ORDERBYDESCtitle'
    const first = await libby.text(address)
    expect(first).toContain('1 to 20 of 25')
    expect(first.match(/Paged \d\d/g)?.slice(0, 2)).toEqual(['Paged 24', 'Paged 23'])
    expect(await libby.text(`${address}&sysparm_first_row=21`)).toContain('21 to 25 of 25')
  })

  test('what a row holds is text, never markup', async () => {
    shelf.book({ title: '<script>alert(1)</script>', state: 'in' })
    const page = await libby.text('/x_acme_shelf_book_list.do?sysparm_query=titleLIKEalert')
    expect(page).toContain('&lt;script&gt;alert(1)')
    expect(page).not.toContain('<script>alert(1)')
  })

  test('a banner action runs on the server and leads where its script says', async () => {
    const id = action(await libby.text('/x_acme_shelf_book_list.do'), 'Open the shelves')
    expect(await libby.submit('/x_acme_shelf_book_list.do', { sysparm_ck: token, sys_action: id })).toBe(
      '/x_acme_shelf_shelves.do',
    )
  })
})

test('the condition of a banner action is asked of the first row of the list, as on the platform', async () => {
  shelf.book({ title: 'Only this one', state: 'in' })
  shelf.book({ title: 'Another one', state: 'in' })
  const banner = { name: 'Of the first', table: 'x_acme_shelf_book', active: 'true', list_banner_button: 'true', condition: "current.title == 'Only this one'" } // prettier-ignore
  const { sys_id: id = '' } = shelf.instance.store.insert('sys_ui_action', banner, shelf.system)
  const of = (query: string) => libby.text(`/x_acme_shelf_book_list.do?sysparm_query=${query}`)
  expect(action(await of('title=Only this one'), 'Of the first')).not.toBe('')
  expect(await of('title=Another one')).not.toContain('Of the first')
  shelf.instance.store.remove('sys_ui_action', id, shelf.system)
})

describe('forms', () => {
  test('an action is drawn only where its condition and roles allow, and asked again before it runs', async () => {
    const { sys_id: id = '' } = shelf.book({ title: 'Emma', state: 'in' })
    const page = await libby.text(`${form}?sys_id=${id}`)
    const lend = action(page, 'Lend')
    expect(lend).not.toBe('')
    expect(page).not.toContain('Report lost')
    shelf.instance.store.update('x_acme_shelf_book', id, { state: 'out' }, shelf.system)
    expect(await libby.submit(form, { sysparm_ck: token, sys_id: id, sys_action: lend })).toBe(`${form}?sys_id=${id}`)
    expect(await libby.text(`${form}?sys_id=${id}`)).toContain('Lend is not possible for this record any more')
    expect(shelf.bookNow(id)['borrowed_by']).toBe('')
  })

  test("an action sees the form's unsaved values, and its message shows once", async () => {
    const { sys_id: id = '' } = shelf.book({ title: 'Emma', state: 'in' })
    const lend = action(await libby.text(`${form}?sys_id=${id}`), 'Lend')
    const fields = { sysparm_ck: token, sys_id: id, sys_action: lend, 'x_acme_shelf_book.title': 'Persuasion' }
    expect(await libby.submit(form, fields)).toBe(`${form}?sys_id=${id}`)
    expect(shelf.bookNow(id)).toMatchObject({ state: 'out', title: 'Persuasion', trail: '|in>out by libby' })
    expect(await libby.text(`${form}?sys_id=${id}`)).toContain('Lent until')
    expect(await libby.text(`${form}?sys_id=${id}`)).not.toContain('Lent until')
  })

  test('a client action brings its script; after gsftSubmit the same script runs on the server', async () => {
    const { sys_id: id = '' } = shelf.book({ title: 'Emma', state: 'out' })
    const page = await libby.text(`${form}?sys_id=${id}`)
    expect(page).toContain('onclick="reportLost()"')
    expect(page).toContain('function reportLost()')
    await libby.submit(form, { sysparm_ck: token, sys_id: id, sys_action: 'x_acme_shelf_report_lost' })
    expect(shelf.bookNow(id)['state']).toBe('lost')
  })

  test('saving runs the rules: an abort keeps the record and says why', async () => {
    const { sys_id: id = '' } = shelf.book({ title: 'Atlas', state: 'in', rare: '1' })
    const fields = { sysparm_ck: token, sys_id: id, sys_action: 'sysverb_update', 'x_acme_shelf_book.state': 'lost' }
    expect(await libby.submit(form, fields)).toBe(`${form}?sys_id=${id}`)
    expect(await libby.text(`${form}?sys_id=${id}`)).toContain('A rare book cannot be lost')
    expect(shelf.bookNow(id)['state']).toBe('in')
  })

  test('a field that the user may not write is not written, whatever the request holds', async () => {
    const { sys_id: id = '' } = shelf.book({ title: 'Emma', state: 'in', price: '9' })
    await libby.submit(form, {
      sysparm_ck: token,
      sys_id: id,
      sys_action: 'sysverb_update',
      'x_acme_shelf_book.price': '1',
      'x_acme_shelf_book.author': 'Austen',
    })
    expect(shelf.bookNow(id)).toMatchObject({ price: '9', author: 'Austen' })
  })

  test('without the token nothing is written', async () => {
    const { sys_id: id = '' } = shelf.book({ title: 'Emma', state: 'in' })
    expect(await libby.submit(form, { sysparm_ck: 'wrong', sys_id: id, sys_action: 'sysverb_delete' })).toBe('403')
    expect(shelf.bookNow(id)['title']).toBe('Emma')
  })

  test('who may not read the table is refused, for lists the rows are gone', async () => {
    const { sys_id: id = '' } = shelf.book({ title: 'Hidden from Rita', state: 'in' })
    const rita = new Visitor(shelf)
    await rita.logIn('rita')
    expect((await rita.open(`${form}?sys_id=${id}`)).status).toBe(403)
    expect(await rita.text('/x_acme_shelf_book_list.do?sysparm_query=titleLIKEHidden')).not.toContain(
      'Hidden from Rita',
    )
  })
})

test('the form of a base table offers the choices of sys_choice by their labels', async () => {
  const admin = new Visitor(shelf)
  await admin.logIn('admin')
  const page = await admin.text('/incident.do')
  expect(page).toMatch(/<option value="2"[^>]*>In Progress<\/option>/)
  expect(page).toMatch(/<option value="8"[^>]*>Canceled<\/option>/)
  expect(page).not.toContain('Closed Skipped')
})
