import { createHash } from 'node:crypto'
import { CONSOLE_CALLS } from '@accord/shared/contracts'
import { INSTANCE_API } from '@accord/shared/protocol'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { pairingNotice } from '../../node-bridge/src/observability/pairing-notice.ts'
import { installedInstance, type TestInstance } from './installed-instance.ts'
import { startScriptedNode, type ScriptedNode } from './scripted-node.ts'
import { TABLES } from '../src/server/names.ts'

let instance: TestInstance
let node: ScriptedNode

beforeAll(async () => {
  instance = await installedInstance()
}, 180_000)

beforeEach(async () => {
  instance.forgetEverything()
  node = await startScriptedNode()
})

afterEach(() => node.close())
afterAll(() => instance.close())

const SECRET = 'kJ8sW2mQ4xZt7Lr9Vb3N'
const codeOf = (of: ScriptedNode, secret = SECRET) => `${of.url}#pair=${secret}`
const pair = (pairingCode: unknown) => instance.admin.call('POST', CONSOLE_CALLS.pairNode.path, { pairingCode })
const session = async () => (await instance.admin.call('GET', CONSOLE_CALLS.readSession.path)).result
const pairingRequests = () => node.requests.filter(({ operation }) => operation === 'pairInstance')

test('a pairing code makes instance and node a pair, and the console and discovery say so', async () => {
  expect((await session())?.['paired']).toBe(false)
  expect((await pair(codeOf(node))).result).toMatchObject({ nodeUrl: node.url, instanceUid: node.instanceUid })
  expect(await session()).toMatchObject({ paired: true, nodeUrl: node.url, instanceUrl: instance.url })
  const discovery = await instance.nobody.call('GET', INSTANCE_API.discovery)
  expect(discovery.result).toEqual({ product: 'accord', nodeUrl: node.url, instanceUid: node.instanceUid })
})

test('the instance makes both secrets: 256 bits each, new for every code', async () => {
  await pair(codeOf(node))
  const first = node.secrets()
  await pair(codeOf(node, 'another-secret-of-this-node'))
  const second = node.secrets()
  for (const secret of [first.token, first.callbackKey, second.token, second.callbackKey])
    expect(Buffer.from(secret, 'base64')).toHaveLength(32)
  expect(new Set([first.token, first.callbackKey, second.token, second.callbackKey]).size).toBe(4)
})

test.each([
  ['line breaks inside', (code: string) => code.replace('#', '\n  #').replace('pair', 'pa\r\nir')],
  ['quotes around it', (code: string) => `"${code}"`],
  ['a label before it', (code: string) => `Pairing code: ${code}`],
  ['a slash after the address', (code: string) => code.replace('#', '/#')],
  ['invisible characters', (code: string) => `\ufeff${code}\u200b`],
  ['words behind it', (code: string) => `${code}\nThanks, Ann`],
  ['the box of the node around it', (code: string) => pairingNotice({ pairingCode: code, expiresAt: '2026-11-29' })],
  ["a shell's prompts", (code: string) => `ops@node:~$ accord pair\n${code}\nops@node:~$ `],
  ['itself behind it', (code: string) => `${code}\n${code}`],
  ['marks of a mail', (code: string) => `> ${code}\n> Thanks`],
])('a pasted code with %s does no harm', async (_what, paste) => {
  expect((await pair(paste(codeOf(node)))).status).toBe(200)
  expect(pairingRequests()[0]?.body).toMatchObject({ pairingSecret: SECRET })
})

test.each([
  ['a user name', (url: string) => url.replace('//', '//node.example@')],
  ['a dot segment', (url: string) => `${url}/a/../b`],
  ['an escaped slash', (url: string) => `${url}/a%2fb`],
  ['a backslash', (url: string) => `${url}\\b`],
])('a pairing code whose address holds %s leads nowhere', async (_what, change) => {
  const before = pairingRequests().length
  const refused = await pair(codeOf(node).replace(/^[^#]+/u, change))
  expect(refused.result?.['code']).toBe('url_refused')
  expect(pairingRequests().length).toBe(before)
})

test('an answer that is lost is repaired by pasting the same code again: the node sees the same secrets', async () => {
  node.reply('pairInstance', { lost: true })
  const lost = await pair(codeOf(node))
  expect([lost.status, lost.result?.['code']]).toEqual([502, 'node_unreachable'])
  expect((await session())?.['paired']).toBe(false)

  const answer = { instanceUid: node.instanceUid, nodeUrl: node.url, nodeVersion: '0.1.0', keyFingerprint: 'F' }
  node.reply('pairInstance', { json: answer })
  expect((await pair(codeOf(node))).status).toBe(200)
  const [first, second] = pairingRequests()
  expect(second?.body).toEqual(first?.body)
  expect((await session())?.['paired']).toBe(true)
})

test('an answer that is lost during a new pairing leaves the old one in force', async () => {
  await pair(codeOf(node))
  const { token } = node.secrets()
  node.reply('pairInstance', { lost: true })
  await pair(codeOf(node, 'another-secret-of-this-node'))
  node.reply('readStatus', { json: { fine: true } })
  expect((await instance.admin.call('GET', CONSOLE_CALLS.readStatus.path)).result).toEqual({ fine: true })
  expect(node.requests.at(-1)?.headers.authorization).toBe(`Bearer ${token}`)
})

test('two admins pair at once: whose answer comes last is paired, with the secrets that its node holds', async () => {
  const answer = { instanceUid: node.instanceUid, nodeUrl: node.url, nodeVersion: '0.1.0', keyFingerprint: 'F' }
  node.reply('pairInstance', () => {
    // While the node answers, the other admin's pairing has removed every attempt but its own.
    instance.forgetEverything()
    return { json: answer }
  })
  expect((await pair(codeOf(node))).status).toBe(200)
  node.reply('readStatus', { json: { fine: true } })
  expect((await instance.admin.call('GET', CONSOLE_CALLS.readStatus.path)).result).toEqual({ fine: true })
  expect(node.requests.at(-1)?.headers.authorization).toBe(`Bearer ${node.secrets().token}`)
})

test('a new pairing replaces the old one, also with another node', async () => {
  await pair(codeOf(node))
  const other = await startScriptedNode()
  try {
    expect((await pair(codeOf(other))).status).toBe(200)
    expect((await session())?.['nodeUrl']).toBe(other.url)
    expect(await instance.stored(TABLES.node)).toHaveLength(1)
  } finally {
    await other.close()
  }
})

describe('what is refused', () => {
  test.each([
    ['insert', 'of a pairing, before the node is called', 0, 0],
    ['update', 'of a pairing', 1, 1],
    ['delete', 'of the pairing before', 1, 2],
  ] as const)('by a rule of the customer: the %s %s reaches the admin in its words', async (action, _, calls, rows) => {
    if (action === 'delete') await pair(codeOf(node, 'the-secret-of-the-first-pairing'))
    const before = pairingRequests().length
    const rule = await instance.mutate('insert', 'sys_script', undefined, {
      name: 'No nodes', collection: TABLES.node, when: 'before', order: '50', active: 'true', advanced: 'true',
      [`action_${action}`]: 'true', script: "gs.addErrorMessage('Ask IT first.'); current.setAbortAction(true)",
    }) // prettier-ignore
    const answer = await pair(codeOf(node))
    await instance.mutate('delete', 'sys_script', rule['sys_id'], {})
    expect([answer.status, answer.result?.['code'], answer.result?.['detail']]).toEqual([
      409,
      'row_refused',
      `${TABLES.node}: Ask IT first.`,
    ])
    expect(pairingRequests()).toHaveLength(before + calls)
    expect(await instance.stored(TABLES.node)).toHaveLength(rows)
    expect((await pair(codeOf(node))).status).toBe(200)
    expect(await instance.stored(TABLES.node)).toHaveLength(1)
  })

  test.each([
    ['an invitation code', 'accord1_eyJhbGciOiJFZDI1NTE5In0.e30.c2ln', 400, 'pairing_malformed'],
    ['an address without a secret', 'https://node.example/', 400, 'pairing_malformed'],
    ['a secret that is cut off', 'https://node.example/#pair=abc', 400, 'pairing_malformed'],
    ['no text at all', 42, 400, 'pairing_malformed'],
    ['plain HTTP to another machine', `http://node.example#pair=${SECRET}`, 422, 'url_refused'],
    ['a host that only looks like loopback', `http://127.0.0.1.node.example#pair=${SECRET}`, 422, 'url_refused'],
  ])('%s is refused by its name, and no node is called', async (_what, code, status, problem) => {
    const answer = await pair(code)
    expect([answer.status, answer.result?.['code']]).toEqual([status, problem])
    expect(await instance.stored(TABLES.node)).toEqual([])
    expect(node.requests).toEqual([])
  })

  test('what the node refuses reaches the admin with its remedy, and leaves nothing behind', async () => {
    node.reply('pairInstance', { status: 410, json: { code: 'pairing_expired', detail: 'It ended at noon.' } })
    const answer = await pair(codeOf(node))
    expect(answer.status).toBe(410)
    expect(answer.result).toMatchObject({
      code: 'pairing_expired',
      status: 410,
      detail: 'It ended at noon.',
      remedy: 'Ask the node for a new pairing code and paste it.',
      responsible: 'local-admin',
      retry: false,
      requestId: expect.any(String),
    })
    expect(await instance.stored(TABLES.node)).toEqual([])
  })

  test('an unpaired instance answers discovery with 404 and the console with not_paired', async () => {
    expect((await instance.nobody.call('GET', INSTANCE_API.discovery)).status).toBe(404)
    const status = await instance.admin.call('GET', CONSOLE_CALLS.readStatus.path)
    expect([status.status, status.result?.['code']]).toEqual([409, 'not_paired'])
  })
})

describe('secrets stay secret', () => {
  test('neither token, callback key nor code stand in any row or log of the instance in plain text', async () => {
    await pair(codeOf(node))
    const { token, callbackKey } = node.secrets()
    const digest = createHash('sha256').update(`${node.url}#${SECRET}`).digest('hex')
    const everything = await instance.everythingStored()
    expect(everything).toContain(digest)
    for (const secret of [token, callbackKey, SECRET]) expect(everything).not.toContain(secret)
  })

  test('no REST call reads the table of the node, not even as the platform administrator', async () => {
    await pair(codeOf(node))
    const read = await instance.admin.send('GET', `/api/now/table/${TABLES.node}`)
    expect(read.status).toBe(403)
    expect(read.text).not.toContain(node.instanceUid)
  })
})
