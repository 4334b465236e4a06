import { LIMITS } from '@accord/shared/protocol'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { type PostgresServer, startPostgres } from '../postgres.ts'
import { openBrowser } from './console-browser.ts'
import { type ConsoleNode, PASSWORD, startConsoleNode, tokenOf } from './console-node.ts'

const ACTOR = { actor: 'operator' }
let server: PostgresServer
beforeAll(async () => {
  server = await startPostgres()
})
afterAll(() => server.stop())

describe.each(['sqlite', 'postgres'])('on %s', (dialect) => {
  let node: ConsoleNode
  beforeAll(async () => {
    node = await startConsoleNode(dialect === 'postgres' ? { ACCORD_DATABASE_URL: await server.createDatabase() } : {})
  })
  afterAll(() => node.close())
  const open = () => openBrowser(node.bridge.listenUrl)
  const accounts = () => node.bridge.services.console.accounts
  const codeOf = ({ status, body }: { status: number; body: Record<string, unknown> }) => [status, body['code']]

  test('the link of the first start makes an admin, once', async () => {
    const token = tokenOf(node.shown())
    const browser = open()
    expect((await browser.call('readLink', { token })).body).toMatchObject({ name: 'admin', role: 'admin' })
    expect(codeOf(await browser.call('useLink', { token, password: 'short' }))).toEqual([422, 'password_weak'])
    expect((await browser.call('useLink', { token, password: PASSWORD })).status).toBe(200)
    expect((await browser.call('readSession')).body).toMatchObject({ userName: 'admin', roles: { admin: true } })
    expect(codeOf(await open().call('useLink', { token, password: PASSWORD }))).toEqual([410, 'link_invalid'])
    expect(codeOf(await open().call('readLink', { token }))).toEqual([410, 'link_invalid'])
    expect(await node.bridge.services.console.issueFirstLink()).toBeUndefined()
  })

  test('a link ends after its time, and a newer one takes its place', async () => {
    const first = await accounts().invite({ name: 'bea', role: 'maintainer', ...ACTOR })
    const second = await accounts().invite({ name: 'BEA', role: 'maintainer', ...ACTOR })
    const [old, fresh] = [first, second].map(({ link }) => tokenOf(link?.url ?? ''))
    expect(codeOf(await open().call('readLink', { token: old }))).toEqual([410, 'link_invalid'])
    expect((await open().call('readLink', { token: fresh })).status).toBe(200)
    node.shiftClock(LIMITS.setupLinkMs + 1000)
    expect(codeOf(await open().call('readLink', { token: fresh }))).toEqual([410, 'link_invalid'])
    node.shiftClock(0)
  })

  test('a link is good in whatever form mail and chat left it', async () => {
    const { link } = await accounts().invite({ name: 'paula', role: 'auditor', ...ACTOR })
    const url = link?.url ?? ''
    for (const pasted of [url, `<${url}> Thanks, Ann`, encodeURIComponent(url), url.slice(url.indexOf('#'))])
      expect((await open().call('readLink', { token: pasted })).body).toMatchObject({ name: 'paula' })
    expect(codeOf(await open().call('readLink', { token: url.slice(0, -3) }))).toEqual([400, 'malformed'])
    expect((await open().call('useLink', { token: `> ${url}.`, password: PASSWORD })).status).toBe(200)
  })

  test('of two browsers that use one link at once, one gets in', async () => {
    const { link } = await accounts().invite({ name: 'race', role: 'auditor', ...ACTOR })
    const token = tokenOf(link?.url ?? '')
    const received = await Promise.all([1, 2, 3].map(() => open().call('useLink', { token, password: PASSWORD })))
    expect(received.map(({ status }) => status).toSorted()).toEqual([200, 410, 410])
  })

  test('inviting again changes the role of who has a password, and issues no link', async () => {
    const browser = await node.signedIn('cleo', 'auditor')
    const again = await accounts().invite({ name: 'cleo', role: 'maintainer', ...ACTOR })
    expect(again).toMatchObject({ link: null, user: { role: 'maintainer', state: 'active' } })
    expect((await browser.call('readSession')).body).toMatchObject({ roles: { admin: false, maintainer: true } })
  })

  test('sign-in opens a session under a token that nobody has seen; sign-out ends it', async () => {
    const browser = await node.signedIn('dora', 'admin')
    const before = [...browser.cookies.values()]
    expect((await browser.call('signIn', { name: 'Dora', password: PASSWORD })).status).toBe(200)
    const [session] = browser.cookies
    expect(before).not.toContain(session?.[1])
    const thief = open()
    for (const [name, value] of browser.cookies) thief.cookies.set(name, value)
    expect((await browser.call('signOut')).status).toBe(200)
    expect((await browser.call('readSession')).status).toBe(401)
    expect((await thief.call('readSession')).status).toBe(401)
  })

  test('unknown name, wrong password, disabled user and user without a password receive the same', async () => {
    await node.signedIn('eva', 'admin')
    await accounts().invite({ name: 'nopass', role: 'admin', ...ACTOR })
    await node.signedIn('gone', 'admin')
    await accounts().disable({ name: 'gone', ...ACTOR })
    const received = []
    for (const name of ['eva', 'nopass', 'gone', 'nobody at all']) {
      const { status, body } = await open().call('signIn', { name, password: 'not this one' })
      received.push(JSON.stringify([status, { ...body, requestId: '' }]))
    }
    expect(new Set(received).size).toBe(1)
    expect(received[0]).toContain('sign_in_failed')
  })

  test('a guess at an unknown name is in the audit log with its address, and what was typed is not', async () => {
    const typed = 'My Passw0rd in the wrong field'
    expect((await open().call('signIn', { name: typed, password: 'x' })).status).toBe(401)
    const { text } = await node.bridge.services.audit.page({ after: 0, limit: 1000 })
    const entries = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(entries.filter(({ actor }) => actor === 'unknown user').at(-1)).toMatchObject({
      action: 'console.signInFailed',
      caller: 'console',
      source: '127.0.0.1',
    })
    expect(text + node.logged()).not.toContain(typed)
  })

  test('a session ends when idle, when old, on disable, on reset and on a change of the password', async () => {
    const idle = await node.signedIn('f1', 'auditor')
    node.shiftClock(LIMITS.sessionIdleMs + 1000)
    expect((await idle.call('readSession')).status).toBe(401)
    node.shiftClock(0)

    const busy = await node.signedIn('f2', 'auditor')
    for (let at = 0; at < LIMITS.sessionMaxMs; at += LIMITS.sessionIdleMs / 2) {
      node.shiftClock(at)
      expect((await busy.call('readSession', undefined, { headers: { 'x-accord-active': '1' } })).status).toBe(200)
    }
    node.shiftClock(LIMITS.sessionMaxMs + 1000)
    expect((await busy.call('readSession')).status).toBe(401)
    node.shiftClock(0)

    const polls = await node.signedIn('f3', 'auditor')
    node.shiftClock(LIMITS.sessionIdleMs - 1000)
    expect((await polls.call('readSession')).status).toBe(200)
    node.shiftClock(LIMITS.sessionIdleMs + 1000)
    expect((await polls.call('readSession')).status).toBe(401)
    node.shiftClock(0)

    const disabled = await node.signedIn('f4', 'admin')
    await accounts().disable({ name: 'f4', ...ACTOR })
    expect((await accounts().disable({ name: 'f4', ...ACTOR })).user.state).toBe('disabled')
    expect((await disabled.call('readSession')).status).toBe(401)

    const reset = await node.signedIn('f5', 'admin')
    const { link } = await accounts().reset({ name: 'f5', ...ACTOR })
    expect((await reset.call('readSession')).status).toBe(401)
    expect((await open().call('signIn', { name: 'f5', password: PASSWORD })).status).toBe(401)
    expect((await open().call('readLink', { token: tokenOf(link?.url ?? '') })).status).toBe(200)

    const here = await node.signedIn('f6', 'admin')
    const there = open()
    await there.call('signIn', { name: 'f6', password: PASSWORD })
    const next = { current: PASSWORD, password: 'another four words here' }
    expect((await here.call('changePassword', { ...next, current: 'wrong' })).status).toBe(401)
    expect((await here.call('changePassword', next)).status).toBe(200)
    expect([(await here.call('readSession')).status, (await there.call('readSession')).status]).toEqual([200, 401])
  })

  test('sessions are listed, and the others can be ended', async () => {
    const here = await node.signedIn('gil', 'auditor')
    const there = open()
    await there.call('signIn', { name: 'gil', password: PASSWORD }, { headers: { 'user-agent': 'Other/1.0' } })
    const { sessions } = (await here.call('listSessions')).body as { sessions: { current: boolean; browser: string }[] }
    expect(sessions.filter(({ current }) => current)).toHaveLength(1)
    expect(sessions.map(({ browser }) => browser)).toContain('Other/1.0')
    expect((await here.call('endOtherSessions')).status).toBe(200)
    expect([(await here.call('readSession')).status, (await there.call('readSession')).status]).toEqual([200, 401])
  })

  test('no password and no token is in the database, the log or the audit log; what happened is, and from where', async () => {
    const browser = await node.signedIn('hana', 'admin')
    await open().call('signIn', { name: 'hana', password: 'guessed by somebody' })
    const audit = await node.bridge.services.audit.page({ after: 0, limit: 1000 })
    const entries = audit.text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>)
    const actions = entries.filter(({ actor }) => actor === 'hana').map(({ action }) => action)
    expect(actions).toEqual(['console.linkUsed', 'console.signInFailed'])
    expect(entries.find(({ action, actor }) => action === 'console.linkUsed' && actor === 'hana')).toMatchObject({
      caller: 'console',
      source: '127.0.0.1',
    })
    const kept = audit.text + node.logged()
    for (const secret of [PASSWORD, 'guessed by somebody', ...browser.cookies.values()])
      expect(kept).not.toContain(secret)
  })
})
