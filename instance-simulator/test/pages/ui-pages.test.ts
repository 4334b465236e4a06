import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { startShelf, type ShelfInstance } from '../shelf-instance.ts'
import { Visitor } from './browser.ts'

let shelf: ShelfInstance
let libby: Visitor
beforeAll(async () => {
  shelf = await startShelf()
  libby = new Visitor(shelf)
  await libby.logIn('libby')
}, 120_000)
afterAll(() => shelf?.close())

const page = '/x_acme_shelf_shelves.do'
const addPage = (endpoint: string, html: string) =>
  shelf.instance.store.insert(
    'sys_ui_page',
    { name: endpoint, endpoint: `${endpoint}.do`, html, direct: '1' },
    shelf.system,
  )

test("the page holds the session's token, its chunks are served, and the token opens the Table API", async () => {
  const html = await libby.text(page)
  const token = /g_ck = "([^"]+)"/.exec(html)?.[1] ?? ''
  const chunk = /src="(\/uxasset\/externals\/x_acme_shelf\/[^"]+)"/.exec(html)?.[1] ?? ''
  expect(html).not.toMatch(/\$\[|<g2?:/)
  const script = await libby.open(chunk)
  expect(script.headers.get('content-type')).toMatch(/javascript/)
  expect(await script.text()).toContain('__ESM_BODY_START__')
  const read = (headers: Record<string, string>) =>
    libby.open('/api/now/table/x_acme_shelf_book?sysparm_limit=1', { headers })
  expect((await read({ 'X-UserToken': token })).status).toBe(200)
  expect((await read({})).status).toBe(401)
})

test('platform scripts that the page asks for are there, others are named as not simulated', async () => {
  const html = await libby.text(page)
  const scripts = [...html.matchAll(/<script[^>]* src="([^"]+)"/g)].map(([, src]) => src ?? '')
  expect(scripts.length).toBeGreaterThan(6)
  for (const src of scripts) expect([src, (await libby.open(src)).status]).toEqual([src, 200])
  const other = await libby.open('/scripts/other.js')
  expect([other.status, await other.text()]).toEqual([404, 'not simulated: /scripts/other.js'])
})

test('an ACL of the page keeps others out', async () => {
  shelf.instance.store.insert(
    'sys_security_acl',
    {
      type: 'ui_page',
      name: 'x_acme_shelf_plain',
      operation: 'read',
      active: '1',
      admin_overrides: '1',
      decision_type: 'allow',
    },
    shelf.system,
  )
  expect((await libby.open('/x_acme_shelf_plain.do')).status).toBe(403)
  const admin = new Visitor(shelf)
  await admin.logIn('admin')
  expect((await admin.open('/x_acme_shelf_plain.do')).status).toBe(200)
})

test('a processing script runs on submit, its message and redirect arrive', async () => {
  const admin = new Visitor(shelf)
  await admin.logIn('admin')
  const token = /g_ck = "([^"]+)"/.exec(await admin.text(page))?.[1] ?? ''
  expect(await admin.submit('/x_acme_shelf_plain.do', { sysparm_ck: token })).toBe('/x_acme_shelf_book_list.do')
  expect(await admin.text('/x_acme_shelf_book_list.do')).toContain('processed')
})

test('Jelly that is not simulated is refused by its name', async () => {
  addPage('x_tag', '<html><body><g:evaluate>1</g:evaluate></body></html>')
  addPage('x_expression', '<html><body>$[gs.somethingElse()]</body></html>')
  const tag = await libby.open('/x_tag.do')
  expect([tag.status, await tag.text()]).toEqual([
    501,
    expect.stringContaining('not simulated: Jelly tag &lt;g:evaluate&gt;'),
  ])
  expect(await libby.text('/x_expression.do')).toContain('not simulated: Jelly expression $[gs.somethingElse()]')
})

test('GlideAjax calls a client-callable script include as the user, with the token only', async () => {
  shelf.book({ title: 'Emma', state: 'in' })
  const token = /g_ck = "([^"]+)"/.exec(await libby.text(page))?.[1] ?? ''
  const ask = (fields: Record<string, string>, ck = token) =>
    libby.open('/xmlhttp.do', { method: 'POST', body: new URLSearchParams(fields), headers: { 'X-UserToken': ck } })
  const answer = await ask({
    sysparm_processor: 'x_acme_shelf.ShelfAjax',
    sysparm_name: 'countBooks',
    sysparm_state: 'in',
  })
  expect(await answer.text()).toMatch(/answer="[1-9]\d*"/)
  expect((await ask({ sysparm_processor: 'ShelfAjax', sysparm_name: 'countBooks' }, 'no')).status).toBe(401)
  expect((await ask({ sysparm_processor: 'ShelfWords', sysparm_name: 'greet' })).status).toBe(404)
})
