import { randomUUID } from 'node:crypto'

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { type PostgresServer, startPostgres } from '../postgres.ts'
import { type ConsoleBrowser, openBrowser } from './console-browser.ts'
import { type ConsoleNode, PASSWORD, startConsoleNode, tokenOf } from './console-node.ts'

let server: PostgresServer
beforeAll(async () => {
  server = await startPostgres()
})
afterAll(() => server.stop())

describe.each(['sqlite', 'postgres'])('the users of the console, on %s', (dialect) => {
  let node: ConsoleNode
  let root: ConsoleBrowser
  beforeAll(async () => {
    node = await startConsoleNode(dialect === 'postgres' ? { ACCORD_DATABASE_URL: await server.createDatabase() } : {})
    root = await node.signedIn('root', 'admin')
  })
  afterAll(() => node.close())
  const linkOf = (body: Record<string, unknown>) => (body['link'] as { url: string } | null)?.url ?? ''
  const stateOf = async (name: string) => {
    const { users } = (await root.call('listConsoleUsers')).body as {
      users: { name: string; state: string; role: string }[]
    }
    const user = users.find((one) => one.name === name)
    return user && `${user.role} ${user.state}`
  }
  const signIn = async (name: string) =>
    (await openBrowser(node.bridge.listenUrl).call('signIn', { name, password: PASSWORD })).status

  test('an admin makes a user, whose link sets the password once; the audit log names the admin', async () => {
    const made = await root.call('inviteConsoleUser', { name: 'uma', role: 'auditor', actor: 'somebody else' })
    expect(made.status).toBe(201)
    const token = tokenOf(linkOf(made.body))
    const browser = openBrowser(node.bridge.listenUrl)
    expect((await browser.call('useLink', { token, password: PASSWORD })).status).toBe(200)
    expect((await browser.call('useLink', { token, password: PASSWORD })).status).toBe(410)
    expect(await stateOf('uma')).toBe('auditor active')
    const { text } = await node.bridge.services.audit.page({ after: 0, limit: 1000 })
    const entries = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(entries.find(({ action, actor }) => action === 'console.userCreated' && actor === 'root')).toMatchObject({
      caller: 'console',
      source: '127.0.0.1',
    })
    expect(text + node.logged()).not.toContain(token)
  })

  test('who is disabled is out at once, and comes back with the same password when enabled', async () => {
    const olga = await node.signedIn('olga', 'maintainer')
    expect((await root.call('disableConsoleUser', { name: 'olga' })).status).toBe(200)
    expect((await olga.call('readSession')).status).toBe(401)
    expect(await signIn('olga')).toBe(401)
    expect((await root.call('enableConsoleUser', { name: 'olga' })).status).toBe(200)
    expect(await signIn('olga')).toBe(200)
  })

  test('a role is changed with the next call, and a reset takes the password', async () => {
    const rita = await node.signedIn('rita', 'auditor')
    expect((await rita.call('listConsoleUsers')).status).toBe(403)
    const changed = await root.call('inviteConsoleUser', { name: 'rita', role: 'maintainer' })
    expect(changed.body).toMatchObject({ link: null, user: { role: 'maintainer' } })
    expect((await rita.call('readSession')).body).toMatchObject({ roles: { maintainer: true } })
    const reset = await root.call('resetConsoleUser', { name: 'rita' })
    expect(tokenOf(linkOf(reset.body))).not.toBe('')
    expect((await rita.call('readSession')).status).toBe(401)
    expect(await signIn('rita')).toBe(401)
  })

  test('publishing is a right of its own: an admin from whom it was taken tries again and publishes nothing, a maintainer who has it does', async () => {
    const [paul, mia] = [await node.signedIn('paul', 'admin'), await node.signedIn('mia', 'maintainer')]
    const publish = async (person: ConsoleBrowser) => {
      const scripts = { table: 'incident', outgoing: 'a', incoming: 'b', trigger: { query: '', isActive: true } }
      const params = { connectionId: randomUUID() }
      const body = { ...scripts, basedOn: { outgoing: 0, incoming: 0 } }
      return (await person.call('publishSync', body, { params })).body['code']
    }
    const keepDraft = async (person: ConsoleBrowser) => {
      const trigger = { query: '', isActive: true, history: 'visible' }
      const scripts = { table: 'incident', outgoing: 'a', incoming: 'b', trigger, mayWiden: false }
      const body = { ...scripts, basedOn: { outgoing: 0, incoming: 0 }, follows: null }
      return (await person.call('saveSyncDraft', body, { params: { connectionId: randomUUID() } })).body['code']
    }
    // Behind the right there is no such connection.
    expect([await publish(paul), await publish(mia)]).toEqual(['connection_unknown', 'missing_role'])
    expect([await keepDraft(paul), await keepDraft(mia)]).toEqual(['connection_unknown', 'missing_role'])
    await root.call('inviteConsoleUser', { name: 'paul', role: 'admin', rulesAuthor: false })
    const given = await root.call('inviteConsoleUser', { name: 'mia', role: 'maintainer', rulesAuthor: true })
    expect(given.body).toMatchObject({ link: null, user: { role: 'maintainer', rulesAuthor: true } })
    expect([await publish(paul), await publish(mia)]).toEqual(['missing_role', 'connection_unknown'])
    const retry = await paul.call('retrySyncItem', {}, { params: { itemId: randomUUID() } })
    expect(retry.body['code']).toBe('sync_pair_unknown')
    expect((await paul.call('readSession')).body).toMatchObject({ roles: { admin: true, rulesAuthor: false } })
    await root.call('inviteConsoleUser', { name: 'mia', role: 'auditor' })
    await root.call('inviteConsoleUser', { name: 'mia', role: 'maintainer' })
    expect(await publish(mia)).toBe('missing_role')
    const { text } = await node.bridge.services.audit.page({ after: 0, limit: 1000 })
    const entries = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>)
    const changes = entries.filter(({ action }) => action === 'console.rulesAuthorChanged')
    expect(changes.map(({ actor, details }) => [actor, details])).toEqual([
      ['root', { user: 'paul', rulesAuthor: false }],
      ['root', { user: 'mia', rulesAuthor: true }],
      ['root', { user: 'mia', rulesAuthor: false }],
    ])
    await root.call('disableConsoleUser', { name: 'paul' })
  })

  test.each(['auditor', 'maintainer'] as const)('%s neither sees the users nor changes one', async (role) => {
    const person = await node.signedIn(`plain-${role}`, role)
    const received = [
      await person.call('listConsoleUsers'),
      await person.call('inviteConsoleUser', { name: `plain-${role}`, role: 'admin' }),
      await person.call('resetConsoleUser', { name: 'root' }),
      await person.call('disableConsoleUser', { name: 'root' }),
      await person.call('enableConsoleUser', { name: 'root' }),
    ]
    expect(received.map(({ status, body }) => [status, body['code']])).toEqual(
      received.map(() => [403, 'missing_role']),
    )
    expect(await stateOf(`plain-${role}`)).toBe(`${role} active`)
  })

  test('the last who can sign in as admin is not disabled, reset or demoted; one without a password does not count', async () => {
    await root.call('inviteConsoleUser', { name: 'invited', role: 'admin' })
    const received = [
      await root.call('disableConsoleUser', { name: 'root' }),
      await root.call('resetConsoleUser', { name: 'root' }),
      await root.call('inviteConsoleUser', { name: 'root', role: 'auditor' }),
    ]
    expect(received.map(({ status, body }) => [status, body['code']])).toEqual(
      received.map(() => [409, 'last_console_admin']),
    )
    expect((await root.call('readSession')).status).toBe(200)
    expect(await stateOf('root')).toBe('admin active')
  })

  test('two admins who disable each other at once leave one', async () => {
    const other = await node.signedIn('other', 'admin')
    const received = await Promise.all([
      root.call('disableConsoleUser', { name: 'other' }),
      other.call('disableConsoleUser', { name: 'root' }),
    ])
    expect(received.map(({ status }) => status)).toContain(200)
    const { users } = await node.bridge.services.console.accounts.list()
    expect(users.filter(({ role, state }) => role === 'admin' && state === 'active')).toHaveLength(1)
  })

  test('the operator can take out even the last admin, and is the way back in', async () => {
    const { accounts } = node.bridge.services.console
    for (const name of ['root', 'other']) await accounts.disable({ name, actor: 'operator' })
    const { link } = await accounts.reset({ name: 'root', actor: 'operator' })
    const back = openBrowser(node.bridge.listenUrl)
    expect((await back.call('useLink', { token: tokenOf(link?.url ?? ''), password: PASSWORD })).status).toBe(200)
  })
})
