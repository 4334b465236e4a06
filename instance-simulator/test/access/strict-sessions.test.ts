import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { systemCaller } from '../../src/access/system-callers.ts'
import { createInstance, type SimulatedInstance } from '../../src/instance.ts'
import type { Release } from '../../src/releases.ts'
import { heldServer, type HeldServer } from '../held-server.ts'

let instance: SimulatedInstance
let slow: HeldServer
beforeEach(async () => {
  slow = await heldServer()
})
afterEach(async () => {
  slow.close()
  await instance.close()
})

const slowTable = '/api/now/table/problem?sysparm_limit=1'
const quickTable = '/api/now/table/incident?sysparm_limit=1'
const basic = `Basic ${Buffer.from('admin:admin').toString('base64')}`

/** An instance whose problems take time to read: a rule asks the held server first. */
async function start(options: { readonly strict?: boolean; readonly release?: Release } = {}): Promise<void> {
  instance = await createInstance({ name: 'strict', port: 0, strict: true, ...options })
  const script = `var m = new sn_ws.RESTMessageV2(); m.setEndpoint('${slow.url}'); m.execute()`
  const rule = { name: 'slow', collection: 'problem', when: 'before', action_query: 'true', active: 'true', script }
  instance.store.insert('sys_script', rule, systemCaller)
}

interface Browser {
  get(path: string): Promise<Response>
}

const cookieOf = (response: Response) => (response.headers.getSetCookie()[0] ?? '').split(';')[0] ?? ''

/** Somebody who has logged in by the form and keeps the cookie. */
async function logIn(): Promise<Browser> {
  const page = await fetch(`${instance.baseUrl}/login.do`)
  const form = { user_name: 'admin', user_password: 'admin', sysparm_ck: tokenOf(await page.text()) }
  const login = await fetch(`${instance.baseUrl}/login.do`, {
    method: 'POST', redirect: 'manual', headers: { cookie: cookieOf(page) }, body: new URLSearchParams(form),
  }) // prettier-ignore
  const cookie = cookieOf(login)
  const asked = await fetch(`${instance.baseUrl}/angular.do?sysparm_type=get_user`, { method: 'POST', headers: { cookie } })
  const token = asked.headers.get('x-usertoken-response') ?? ''
  return {
    get: (path) =>
      fetch(`${instance.baseUrl}${path}`, { redirect: 'manual', headers: { cookie, 'x-usertoken': token } }),
  }
} // prettier-ignore
const tokenOf = (page: string) => /name="sysparm_ck" value="([^"]*)"/.exec(page)?.[1] ?? ''

const setRules = (rules: object) =>
  fetch(`${instance.baseUrl}/_simulator/sessions`, {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(rules),
  }) // prettier-ignore
const statuses = async (answers: readonly Promise<Response>[]) =>
  (await Promise.all(answers)).map(({ status }) => status)
const times = (count: number, get: () => Promise<Response>) => Array.from({ length: count }, get)

describe('transactions of one session', () => {
  test('run two at a time by REST since Yokohama; a page waits until the session is idle', async () => {
    await start({ release: 'yokohama' })
    const browser = await logIn()
    const asked = times(2, () => browser.get(slowTable))
    await slow.holds(2)
    const third = browser.get(quickTable)
    const page = browser.get('/navpage.do')
    const other = await (await logIn()).get(quickTable)
    expect([other.status, slow.held]).toEqual([200, 2])
    slow.release()
    await expect(statuses([...asked, third, page])).resolves.toEqual([200, 200, 200, 200])
  })

  test('run one at a time on Xanadu, and one again where a test asks for it', async () => {
    await start({ release: 'xanadu' })
    const browser = await logIn()
    const asked = times(3, () => browser.get(slowTable))
    await slow.holds(1)
    await logIn().then((other) => other.get(quickTable))
    expect(slow.held).toBe(1)
    slow.release()
    await expect(statuses(asked)).resolves.toEqual([200, 200, 200])
    const rules = await setRules({ restAtOnce: 2 })
    expect(await rules.json()).toMatchObject({ strict: true, restAtOnce: 2 })
  })

  test('beyond ten that wait are ignored: 202 with nothing in it', async () => {
    await start()
    const browser = await logIn()
    const asked = times(13, () => browser.get(slowTable))
    const ignored = await Promise.race(asked)
    expect([ignored.status, await ignored.text()]).toEqual([202, ''])
    slow.release()
    const all = (await statuses(asked)).toSorted()
    expect(all).toEqual([...times(12, async () => new Response()).map(() => 200), 202])
  })

  test('are not counted while the instance is not strict', async () => {
    await start({ strict: false })
    const browser = await logIn()
    const asked = times(4, () => browser.get(slowTable))
    await slow.holds(4)
    slow.release()
    await expect(statuses(asked)).resolves.toEqual([200, 200, 200, 200])
  })

  test('that are static content pass by', async () => {
    await start({ release: 'xanadu' })
    const browser = await logIn()
    const asked = browser.get(slowTable)
    await slow.holds(1)
    expect((await browser.get('/scripts/classes/prototype.jsx')).status).toBeLessThan(500)
    expect(slow.held).toBe(1)
    slow.release()
    await expect(asked).resolves.toMatchObject({ status: 200 })
  })
})

describe('an idle session', () => {
  const halfAnHour = 31 * 60_000

  test('ends after half an hour; polls of pages do not keep it alive, everything else does', async () => {
    await start()
    const [busy, polling] = [await logIn(), await logIn()]
    for (let minutes = 0; minutes < 60; minutes += 20) {
      instance.clock.advance(20 * 60_000)
      await busy.get(quickTable)
      await polling.get(`${quickTable}&sysparm_auto_request=true`)
    }
    expect((await busy.get(quickTable)).status).toBe(200)
    expect((await polling.get(quickTable)).status).toBe(401)
  })

  test('ends by the property, and lives on where the instance is not strict', async () => {
    await start({ strict: false })
    const browser = await logIn()
    instance.clock.advance(halfAnHour)
    expect((await browser.get(quickTable)).status).toBe(200)
    await setRules({ strict: true })
    instance.store.insert('sys_properties', { name: 'glide.ui.session_timeout', value: '90' }, systemCaller)
    expect((await browser.get(quickTable)).status).toBe(200)
    instance.clock.advance(91 * 60_000)
    expect((await browser.get(quickTable)).status).toBe(401)
  })
})

describe('a client of the REST API', () => {
  const ask = (cookie = '') =>
    fetch(`${instance.baseUrl}${quickTable}`, { headers: { authorization: basic, ...(cookie && { cookie }) } })
  const active = async () =>
    ((await (await fetch(`${instance.baseUrl}/_simulator/sessions`)).json()) as { active: number }).active

  test('begins a session with each call, or keeps its cookie and stays in one', async () => {
    await start()
    const before = await active()
    const first = await ask()
    await ask()
    expect((await active()) - before).toBe(2)
    for (let calls = 0; calls < 3; calls += 1) await ask(cookieOf(first))
    expect((await active()) - before).toBe(2)
  })

  test('has a session of five minutes; those that are over are removed', async () => {
    await start()
    for (let calls = 0; calls < 4; calls += 1) await ask()
    instance.clock.advance(6 * 60_000)
    await ask()
    expect(await active()).toBe(1)
  })
})
