import { CONSOLE_CALLS, type SharedCallName } from '@accord/shared/contracts'
import { DEFAULT_API_BASE, pathOf } from '@accord/shared/protocol'
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { installedInstance, paired, type TestInstance } from './installed-instance.ts'
import { startScriptedNode, type ScriptedNode } from './scripted-node.ts'

/** An instance that runs one transaction of a session at a time, and whose node takes its time. */
let instance: TestInstance
let node: ScriptedNode

beforeAll(async () => {
  instance = await installedInstance()
}, 240_000)
beforeEach(async () => {
  instance.forgetEverything()
  node = await startScriptedNode()
  await paired(instance, node.url)
})
afterAll(() => instance?.close())

/** The calls of one open page, and how many pages a person leaves open. */
const OLD_POLLS: readonly SharedCallName[] = ['listConnections', 'readConnection', 'listStuckJobs']
const TODAYS_POLLS: readonly SharedCallName[] = ['readChanges']
const OPEN_PAGES = 4

const NEVER_MS = 8_000

interface Person {
  get(path: string): Promise<Response>
  poll(name: SharedCallName): Promise<Response>
}

/** Somebody in a browser: all pages share its session. */
async function logIn(): Promise<Person> {
  const { user, password } = instance.logins.admin
  const form = new URLSearchParams({ user_name: user, user_password: password })
  const login = await fetch(`${instance.url}/angular.do?sysparm_type=view_form.login`, { method: 'POST', body: form })
  const cookie = (login.headers.getSetCookie()[0] ?? '').split(';')[0] ?? ''
  const asked = await fetch(`${instance.url}/angular.do?sysparm_type=get_user`, { method: 'POST', headers: { cookie } })
  const headers = { cookie, 'x-usertoken': asked.headers.get('x-usertoken-response') ?? '' }
  const get = (path: string) => fetch(instance.url + path, { headers, redirect: 'manual' })
  return {
    get,
    poll: (name) => get(DEFAULT_API_BASE + pathOf(CONSOLE_CALLS[name].path, { connectionId: 'any' })),
  }
}

const openPages = (person: Person, polls: readonly SharedCallName[]): Promise<Response>[] =>
  Array.from({ length: OPEN_PAGES }, () => polls.map((name) => person.poll(name))).flat()

const outcomeOf = async (answer: Response) => [answer.status, await answer.text()]

test('pages that ask the node fill the session of their person: what this person asks next is dropped with 202 and nothing in it', async () => {
  for (const name of ['listConnections', 'readConnection', 'listStuckJobs'] as const)
    node.reply(name, { delayMs: NEVER_MS })
  const person = await logIn()
  const polls = openPages(person, OLD_POLLS)
  expect(await outcomeOf(await Promise.race(polls))).toEqual([202, ''])
  expect(await outcomeOf(await person.get('/navpage.do'))).toEqual([202, ''])
  await node.close()
  await Promise.allSettled(polls)
}, 120_000)

test("today's pages ask the instance's own tables: none is dropped, the node is not asked, and the person is served", async () => {
  const person = await logIn()
  const asked = node.requests.length
  const polls = openPages(person, TODAYS_POLLS)
  const own = await person.get('/navpage.do')
  expect([own.status, (await own.text()).includes('</html>')]).toEqual([200, true])
  for (const poll of await Promise.all(polls)) expect(poll.status).toBe(200)
  expect(node.requests).toHaveLength(asked)
  await node.close()
})

test('also while one of them waits for a node that does not answer: five seconds later at most', async () => {
  node.reply('listStuckJobs', { delayMs: NEVER_MS })
  const person = await logIn()
  const opened = person.poll('listStuckJobs')
  const answers = await Promise.all([...openPages(person, TODAYS_POLLS), person.get('/navpage.do')])
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: OPEN_PAGES + 1 }, () => 200))
  expect((await opened).status).toBe(502)
  await node.close()
}, 60_000)
