import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { startShelf, type ShelfInstance } from '../shelf-instance.ts'
import { Visitor } from './browser.ts'

let shelf: ShelfInstance
let visitor: Visitor
beforeAll(async () => {
  shelf = await startShelf()
}, 120_000)
afterAll(() => shelf?.close())
beforeEach(() => {
  visitor = new Visitor(shelf)
})

test('a page sends nobody to the login page and, after it, back to where he wanted', async () => {
  const response = await visitor.open('/x_acme_shelf_book_list.do?sysparm_query=state=in')
  const login = response.headers.get('location') ?? ''
  expect(login).toMatch(/^\/login\.do\?sysparm_goto=/)
  const target = new URLSearchParams(login.split('?')[1]).get('sysparm_goto') ?? ''
  expect(await visitor.logIn('libby', target)).toBe('/x_acme_shelf_book_list.do?sysparm_query=state=in')
})

test('a wrong password stays on the login page and says so; a foreign target leads home', async () => {
  const token = await visitor.token('/login.do')
  const response = await visitor.open('/login.do', {
    method: 'POST',
    body: new URLSearchParams({ user_name: 'libby', user_password: 'x', sysparm_ck: token }),
  })
  expect(response.status).toBe(401)
  expect(await response.text()).toContain('User name or password invalid')
  expect(await visitor.logIn('libby', 'https://elsewhere.example/')).toBe('/navpage.do')
  expect(await visitor.logIn('libby', '//elsewhere.example/')).toBe('/navpage.do')
})

test('logging out ends the session', async () => {
  await visitor.logIn('libby')
  expect((await visitor.open('/navpage.do')).status).toBe(200)
  await visitor.open('/logout.do')
  expect((await visitor.open('/navpage.do')).headers.get('location')).toMatch(/^\/login\.do/)
})

test('the navigator shows the modules that the roles open, and none to who has no role', async () => {
  await visitor.logIn('libby')
  expect(await visitor.text('/navpage.do')).toContain('href="/x_acme_shelf_book_list.do"')
  const rita = new Visitor(shelf)
  await rita.logIn('rita')
  expect(await rita.text('/navpage.do')).not.toContain('x_acme_shelf_book_list.do')
})

test('every page carries the notice that this is no ServiceNow', async () => {
  await visitor.logIn('admin')
  for (const path of [
    '/login.do',
    '/navpage.do',
    '/incident_list.do',
    '/incident.do?sys_id=-1',
    '/x_acme_shelf_shelves.do',
    '/not_simulated.do?what=x',
  ]) {
    expect(await visitor.text(path)).toContain('Instance simulator - not ServiceNow')
  }
})
