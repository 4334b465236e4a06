import type { ConnectionSnapshot } from '@accord/shared/schemas'
import { consoleAddress } from '@accord/shared/protocol'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { installedInstance, paired, type TestInstance } from './installed-instance.ts'
import { buttonsOf, logIn, type PageVisitor } from './page-visitor.ts'
import { startScriptedNode, type ScriptedNode } from './scripted-node.ts'
import { activated, logEntryOf, snapshotOf } from './snapshots.ts'
import { CONSOLE_PAGE, TABLES } from '../src/server/names.ts'

const LIST = `/${TABLES.connection}_list.do`
const ACTIONS = [
  'Initiate Connection',
  'Accept invitation',
  'Re-issue code',
  'Revoke invitation',
  'Open in console',
  'Delete connection',
]

let instance: TestInstance
let node: ScriptedNode
let people: Readonly<Record<'admin' | 'maintainer' | 'auditor' | 'stranger', PageVisitor>>

beforeAll(async () => {
  instance = await installedInstance()
  node = await startScriptedNode()
  await paired(instance, node.url)
  const { admin, maintainer, auditor, stranger } = instance.logins
  people = {
    admin: await logIn(instance.url, admin),
    maintainer: await logIn(instance.url, maintainer),
    auditor: await logIn(instance.url, auditor),
    stranger: await logIn(instance.url, stranger),
  }
}, 180_000)

afterAll(async () => {
  await node.close()
  await instance.close()
})

/** The node has this connection alone, and the instance has learnt of it. */
async function nodeHolds(only: ConnectionSnapshot): Promise<void> {
  node.reply('listConnections', { json: { connections: [only] } })
  node.reply('readConnection', ({ path }) =>
    path.endsWith(only.id)
      ? { json: { connection: only, log: [] } }
      : { status: 404, json: { code: 'connection_unknown' } },
  )
  await instance.runJob('Accord: reconcile connections with the node')
}

let connection = snapshotOf()
let form = ''

beforeEach(async () => {
  connection = snapshotOf({ name: 'On a form' })
  await nodeHolds(connection)
  const [row] = await instance.admin.rows(TABLES.connection)
  form = `/${TABLES.connection}.do?sys_id=${row?.['sys_id']}`
})

const ours = (buttons: readonly string[]) => buttons.filter((button) => ACTIONS.includes(button))

/** What the admin could do by hand on this page. */
const offered = async (path: string) => {
  const { html } = await people.admin.open(path)
  return ['sysverb_update"', 'sysverb_delete"', '>New</a>'].filter((text) => html.includes(text))
}

describe('who sees which button', () => {
  test.each([
    ['admin', ['Initiate Connection', 'Accept invitation']],
    ['maintainer', []],
    ['auditor', []],
  ] as const)('above the list: the %s', async (who, expected) => {
    const page = await people[who].open(LIST)
    expect(page.html).toContain('On a form')
    expect(ours(buttonsOf(page))).toEqual(expected)
  })

  test.each([
    ['admin', ACTIONS],
    ['maintainer', ['Revoke invitation', 'Open in console']],
    ['auditor', ['Open in console']],
  ] as const)('on the form: the %s', async (who, expected) => {
    expect(ours(buttonsOf(await people[who].open(form))).toSorted()).toEqual(expected.toSorted())
  })

  test('nobody can save, delete or add a connection by hand, not even the admin', async () => {
    const [incident] = await instance.admin.rows('incident', 'ORDERBYnumber')
    // The same pages of a table that is open show what would be there.
    expect(await offered(`/incident.do?sys_id=${incident?.['sys_id']}`)).toEqual(['sysverb_update"', 'sysverb_delete"'])
    expect(await offered('/incident_list.do')).toEqual(['>New</a>'])
    expect(await offered(form)).toEqual([])
    expect(await offered(LIST)).toEqual([])
  })

  test('a stranger sees neither list nor form', async () => {
    expect((await people.stranger.open(LIST)).html).not.toContain('On a form')
    expect((await people.stranger.open(form)).status).toBe(403)
  })
})

describe('where the buttons lead', () => {
  test.each([
    ['Initiate Connection', () => LIST, () => '/initiate'],
    ['Accept invitation', () => LIST, () => '/accept'],
    ['Initiate Connection', () => form, () => '/initiate'],
    ['Open in console', () => form, () => `/connections/${connection.id}`],
    ['Re-issue code', () => form, () => `/connections/${connection.id}?ask=reissue`],
    ['Delete connection', () => form, () => `/connections/${connection.id}?ask=delete`],
  ])('%s', async (button, from, to) => {
    const { status, location } = await people.admin.press(from(), button)
    expect([status, location]).toEqual([303, `/${consoleAddress(CONSOLE_PAGE, to())}`])
  })
})

test('no module of the navigator leads behind a #, which the platform loses', async () => {
  const targets = (await instance.stored('sys_app_module')).map(({ query }) => query ?? '')
  expect(targets.filter((target) => target.startsWith(`${CONSOLE_PAGE}?`))).toHaveLength(4)
  expect(targets.filter((target) => target.includes('#'))).toEqual([])
})

describe('Revoke invitation', () => {
  test('makes the node revoke, tells the person, and the form shows the new state', async () => {
    const revoked = { ...connection, revision: 2, state: 'revoked' }
    node.reply('revokeInvitation', { json: { connection: revoked, log: [logEntryOf(connection.id, 'revoked')] } })
    const { location } = await people.maintainer.press(form, 'Revoke invitation')
    const call = node.requests.findLast(({ operation }) => operation === 'revokeInvitation')
    expect(call?.path).toContain(connection.id)
    expect(call?.body).toEqual({ actor: 'accord.maintainer' })

    const page = await people.maintainer.open(location)
    expect(page.html).toContain('The invitation was revoked')
    expect(buttonsOf(page)).not.toContain('Revoke invitation')
    const [row] = await instance.admin.rows(TABLES.connection)
    expect(row).toMatchObject({ state: 'revoked', revision: '2' })
  })

  test('says what went wrong and what to do when the node refuses', async () => {
    node.reply('revokeInvitation', { status: 409, json: { code: 'state_conflict' } })
    const { location } = await people.maintainer.press(form, 'Revoke invitation')
    const { html } = await people.maintainer.open(location)
    expect(html).toContain('The connection is not in a state that allows this')
    expect(html).toContain('Reload its state and decide again.')
  })

  test('says that the node is down, and changes nothing', async () => {
    node.reply('revokeInvitation', { lost: true })
    const { location } = await people.maintainer.press(form, 'Revoke invitation')
    expect((await people.maintainer.open(location)).html).toContain('The bridge node does not answer')
    expect((await instance.admin.rows(TABLES.connection))[0]).toMatchObject({ state: 'invited' })
  })

  test('is not offered once the connection is active', async () => {
    const active = activated(connection, 2)
    await nodeHolds(active)
    expect(buttonsOf(await people.admin.open(form))).not.toContain('Revoke invitation')
  })
})

describe('Deactivate and Activate', () => {
  const stands = async (state: string, revision: number) => {
    const snapshot = { ...activated(connection, revision), state }
    node.reply('listConnections', { json: { connections: [snapshot] } })
    node.reply('readConnection', { json: { connection: snapshot, log: [] } })
    await instance.runJob('Accord: reconcile connections with the node')
    return snapshot
  }
  const pauses = (page: Awaited<ReturnType<PageVisitor['open']>>) =>
    buttonsOf(page).filter((button) => ['Activate', 'Deactivate'].includes(button))

  test.each([
    ['active', ['Deactivate']],
    ['deactivated_by_peer', ['Deactivate']],
    ['deactivated', ['Activate']],
    ['deactivated_by_both', ['Activate']],
    ['peer_lost', []],
  ])('in the state %s the form offers %j', async (state, expected) => {
    await stands(state, 2)
    expect(pauses(await people.maintainer.open(form))).toEqual(expected)
    expect(pauses(await people.auditor.open(form))).toEqual([])
  })

  test.each([
    ['active', true],
    ['deactivated_by_both', true],
    ['peer_lost', false],
    ['expired', false],
  ])('in the state %s the form offers an admin to rotate keys: %s', async (state, expected) => {
    await stands(state, 2)
    const rotates = async (person: PageVisitor) => buttonsOf(await person.open(form)).includes('Rotate keys')
    expect([await rotates(people.admin), await rotates(people.maintainer)]).toEqual([expected, false])
  })

  test('Deactivate asks in the console before anything is sent', async () => {
    const { id } = await stands('active', 2)
    const { location } = await people.maintainer.press(form, 'Deactivate')
    expect(location).toContain(consoleAddress(CONSOLE_PAGE, `/connections/${id}?ask=deactivate`))
    expect(node.requests.filter(({ operation }) => operation === 'deactivateConnection')).toEqual([])
  })

  test('Activate makes the node resume, and the form shows the new state', async () => {
    const paused = await stands('deactivated', 3)
    const answer = (state: string, revision: number) => ({
      json: { connection: { ...paused, state, revision }, log: [] },
    })
    node.reply('activateConnection', answer('active', 4))
    const { location } = await people.maintainer.press(form, 'Activate')
    const page = await people.maintainer.open(location)
    expect(page.html).toContain('The pause of this side has ended')
    expect(pauses(page)).toEqual(['Deactivate'])
    expect((await instance.admin.rows(TABLES.connection))[0]).toMatchObject({
      state: 'active',
      revision: '4',
    })
    const asked = node.requests.filter(({ operation }) => operation === 'activateConnection')
    expect(asked.map(({ body }) => body)).toEqual([{ actor: 'accord.maintainer' }])
  })
})

describe('the navigator', () => {
  test.each([
    ['admin', ['Connections', 'Connection list', 'Console', 'Set-up', 'Handshake log']],
    ['auditor', ['Connections', 'Connection list', 'Console', 'Handshake log']],
    ['stranger', []],
  ] as const)('shows the %s the modules of Accord that are open', async (who, modules) => {
    const { html } = await people[who].open('/navpage.do')
    const titles = ['Connections', 'Connection list', 'Console', 'Set-up', 'Handshake log']
    const seen = titles.filter((title) => html.includes(`>${title}<`))
    const leads = (title: string) => new RegExp(`href="([^"]*)"[^>]*>${title}<`).exec(html)?.[1]
    if (modules.length > 0) {
      expect(leads('Connections')).toContain(`${CONSOLE_PAGE}?view=connections`)
      expect(leads('Connection list')).toContain(`${TABLES.connection}_list.do`)
    }
    expect(seen).toEqual(modules)
  })
})

test.each([
  ['admin', 200],
  ['auditor', 200],
  ['stranger', 403],
] as const)('the console page answers the %s with %i', async (who, status) => {
  expect((await people[who].open(`/${CONSOLE_PAGE}`)).status).toBe(status)
})
