import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { ENGINE_CALLER } from '../../src/engine/metadata.ts'
import { startShelf, type ShelfInstance } from '../shelf-instance.ts'

const HOUR = 3_600_000
let shelf: ShelfInstance
beforeAll(async () => {
  shelf = await startShelf()
}, 120_000)
afterAll(() => shelf?.close())

const patch = (sysId: string, values: object) =>
  shelf.fetch(`/api/now/table/x_acme_shelf_book/${sysId}`, {
    as: 'admin', method: 'PATCH', body: JSON.stringify(values), headers: { 'content-type': 'application/json' },
  }) // prettier-ignore

test('a before rule of the package changes what is written, through the Table API too', async () => {
  const { sys_id: id = '' } = shelf.book({ title: 'x', state: 'in' })
  expect((await patch(id, { title: '  Emma ' })).status).toBe(200)
  expect(shelf.bookNow(id)['title']).toBe('Emma')
})

test('an aborting before rule refuses with 403, its message, and nothing written', async () => {
  const { sys_id: id = '' } = shelf.book({ title: 'Rare', state: 'in', rare: '1' })
  const response = await patch(id, { state: 'lost' })
  expect(response.status).toBe(403)
  expect(await response.json()).toMatchObject({
    error: { detail: expect.stringContaining('A rare book cannot be lost') },
  })
  expect(shelf.bookNow(id)['state']).toBe('in')
})

test('an after rule sees previous and current; an async one runs later as a transaction of its own', async () => {
  const { sys_id: id = '' } = shelf.book({ title: 'Trail', state: 'in' })
  await patch(id, { state: 'out' })
  expect(shelf.bookNow(id)['trail']).toBe('|in>out by admin')
  await patch(id, { state: 'in' })
  await shelf.instance.settled()
  expect(shelf.bookNow(id)['trail']).toBe('|in>out by admin|back')
})

test('a periodic job runs when the clock reaches its hour: once, also when hours were skipped', async () => {
  const { sys_id: id = '' } = shelf.book({ title: 'Late', state: 'out', due: '2020-01-01 00:00:00' })
  await shelf.instance.settled()
  expect(shelf.bookNow(id)['trail']).toBe('')
  shelf.instance.clock.advance(3 * HOUR)
  await shelf.instance.settled()
  expect(shelf.bookNow(id)['trail']).toMatch(/^[^|]*\|overdue$/)
})

test('a before-query rule hides rows from the Table API', async () => {
  const { sys_id: hidden = '' } = shelf.book({ title: 'Hidden by rule', state: 'in' })
  const script = `current.addQuery('title', '!=', 'Hidden by rule')`
  const rule = { collection: 'x_acme_shelf_book', active: '1', when: 'before', action_query: '1', name: 'hide', script }
  const path = '/api/now/table/x_acme_shelf_book'
  const count = async () =>
    (await shelf.fetch(`${path}?sysparm_query=title=Hidden by rule`, { as: 'admin' })).headers.get('x-total-count')
  const status = async () => (await shelf.fetch(`${path}/${hidden}`, { as: 'admin' })).status
  expect([await count(), await status()]).toEqual(['1', 200])
  const { sys_id: ruleId = '' } = shelf.instance.store.insert('sys_script', rule, ENGINE_CALLER)
  expect([await count(), await status()]).toEqual(['0', 404])
  shelf.instance.store.remove('sys_script', ruleId)
})
