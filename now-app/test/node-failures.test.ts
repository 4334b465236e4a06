import { CONSOLE_CALLS } from '@accord/shared/contracts'
import { DEFAULT_API_BASE, ERROR_CODES, isErrorCode, pathOf } from '@accord/shared/protocol'
import { Problem } from '@accord/shared/schemas'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { PROPERTIES } from '../src/server/names.ts'
import { installedInstance, paired, type TestInstance } from './installed-instance.ts'
import { startScriptedNode, type NodeReply, type ScriptedNode } from './scripted-node.ts'

let instance: TestInstance
let node: ScriptedNode

beforeAll(async () => {
  instance = await installedInstance()
  node = await startScriptedNode()
  await paired(instance, node.url)
}, 180_000)

afterAll(async () => {
  await node.close()
  await instance.close()
})

const status = () => instance.admin.call('GET', CONSOLE_CALLS.readStatus.path)
const statusAfter = async (reply: NodeReply) => {
  node.reply('readStatus', reply)
  return status()
}

describe('what the node answers becomes a refusal of the catalogue', () => {
  test.each<[string, NodeReply, string]>([
    ['a problem document', { status: 409, json: { code: 'name_taken', detail: 'Acme to Globex' } }, 'name_taken'],
    ['a token that it does not know any more', { status: 401, json: { code: 'unauthenticated' } }, 'not_paired'],
    ['a page of a proxy', { html: '<html>Welcome</html>' }, 'protocol_violation'],
    ['a redirect', { status: 302, html: 'moved' }, 'protocol_violation'],
    ['a list', { json: [] }, 'protocol_violation'],
    ['a problem that no catalogue knows', { status: 418, json: { code: 'teapot' } }, 'protocol_violation'],
    ['a name that every object has', { status: 400, json: { code: 'constructor' } }, 'protocol_violation'],
    ['a page of a gateway without the node', { status: 503, html: '<html>Down</html>' }, 'node_unreachable'],
    ['a busy node', { status: 503, json: { code: 'retry_later' } }, 'retry_later'],
    ['a connection that breaks', { lost: true }, 'node_unreachable'],
  ])('%s', async (_what, reply, code) => {
    const answer = await statusAfter(reply)
    const problem = Problem.parse(answer.result)
    if (!isErrorCode(code)) throw new Error(`${code} is not in the catalogue`)
    const { status: httpStatus, title, remedy, responsible, retry } = ERROR_CODES[code]
    expect(answer.status).toBe(httpStatus)
    expect(problem).toMatchObject({ code, status: httpStatus, title, remedy, responsible, retry })
  })
})

test('facts and detail of a refusal reach the page', async () => {
  const facts = { ours: { min: '1.0.0', max: '1.0.0' }, theirs: { min: '2.0.0', max: '2.1.0' } }
  const answer = await statusAfter({
    status: 422,
    json: { code: 'no_common_version', detail: 'Ours is older.', facts },
  })
  expect(answer.result).toMatchObject({ code: 'no_common_version', detail: 'Ours is older.', facts })
})

test('a request id that is a UUID is also the id of the trace that the node goes on with; another one is not', async () => {
  node.reply('readStatus', { status: 409, json: { code: 'name_taken' } })
  const traceOf = async (requestId: string) => {
    const headers = { 'x-request-id': requestId }
    await instance.admin.send('GET', `${DEFAULT_API_BASE}/console/status`, { headers })
    return node.requests.at(-1)?.headers['traceparent']
  }
  expect(await traceOf('0af76519-16cd-43dd-8448-eb211c80319c')).toBe(
    '00-0af7651916cd43dd8448eb211c80319c-8448eb211c80319c-01',
  )
  expect(await traceOf('page-0123456789')).toBeUndefined()
})

test('one request id runs from the page through the node into the answer', async () => {
  node.reply('readStatus', { status: 409, json: { code: 'name_taken' } })
  const headers = { 'x-request-id': 'page-0123456789' }
  const answer = await instance.admin.send('GET', `${DEFAULT_API_BASE}/console/status`, { headers })
  expect(node.requests.at(-1)?.headers['x-request-id']).toBe('page-0123456789')
  expect(answer.headers.get('x-request-id')).toBe('page-0123456789')
  expect(answer.result).toMatchObject({ requestId: 'page-0123456789' })
})

test('a request id that is none is replaced, so that nobody writes into the logs by it', async () => {
  const headers = { 'x-request-id': 'x; drop' }
  const answer = await instance.admin.send('GET', `${DEFAULT_API_BASE}/console/status`, { headers })
  expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f]{32}$/)
})

test('the node is called with the token of the pairing and with no redirect followed', async () => {
  const elsewhere = await startScriptedNode()
  try {
    node.reply('readStatus', { status: 307, html: '', headers: { location: `${elsewhere.url}/instance/v1/status` } })
    await status()
    expect(node.requests.at(-1)?.headers.authorization).toBe(`Bearer ${node.secrets().token}`)
    expect(elsewhere.requests).toEqual([])
  } finally {
    await elsewhere.close()
  }
})

const preview = (body: string) =>
  instance.admin.send('POST', `${DEFAULT_API_BASE}/console/invitations/preview`, { body })

describe('a body that cannot be meant', () => {
  test.each([
    ['no JSON', '{"text":'],
    ['a list', '[]'],
    ['a word', '"accord1_x"'],
  ])('%s is malformed, and the node is not called', async (_what, body) => {
    const before = node.requests.length
    const answer = await preview(body)
    expect([answer.status, answer.result?.['code']]).toEqual([400, 'malformed'])
    expect(node.requests).toHaveLength(before)
  })

  test('an id that is none is connection_unknown, and the node is not called', async () => {
    const before = node.requests.length
    for (const connectionId of ['1', '..', 'a/../../../operator/v1/pairing']) {
      const answer = await instance.admin.call('GET', pathOf(CONSOLE_CALLS.readConnection.path, { connectionId }))
      expect(answer.status).toBeGreaterThanOrEqual(400)
    }
    expect(node.requests).toHaveLength(before)
  })
})

test('a node that is down is node_unreachable; when it is back, the same call succeeds', async () => {
  const down = await installedInstance()
  const shortLived = await startScriptedNode()
  try {
    await paired(down, shortLived.url)
    await shortLived.close()
    const answer = await down.admin.call('GET', CONSOLE_CALLS.readStatus.path)
    expect([answer.status, answer.result?.['code']]).toEqual([502, 'node_unreachable'])
    const again = await startScriptedNode(new URL(shortLived.url).port)
    again.reply('readStatus', { json: { fine: true } })
    expect((await down.admin.call('GET', CONSOLE_CALLS.readStatus.path)).result).toEqual({ fine: true })
    await again.close()
  } finally {
    await down.close()
  }
}, 60_000)

describe('the property that ends a call to the node', () => {
  /** The platform's own limit is off: what ends the call is ours. */
  const set = async (ms: string) => {
    const rows = await instance.stored('sys_properties')
    const row = rows.find(({ name }) => name === PROPERTIES.httpTimeoutMs)
    await instance.mutate('update', 'sys_properties', row?.['sys_id'], { value: ms })
  }
  beforeAll(async () => {
    const platform = { name: 'glide.http.outbound.max_timeout.enabled', value: 'false', type: 'boolean' }
    await instance.mutate('insert', 'sys_properties', undefined, platform)
    node.reply('previewInvitation', { json: {}, delayMs: 3000 })
  })
  afterAll(() => set('15000'))

  test.each([
    ['of thirty seconds at most', '3600000', 30_000],
    ['of one second at least', '5', 1000],
    ['as it is set', '20000', 20_000],
  ])('%s, whoever the node keeps waiting', async (_what, property, limitMs) => {
    await set(property)
    const asked: number[] = []
    const timeout = AbortSignal.timeout.bind(AbortSignal)
    // The clock of the simulated platform, a hundred times as fast as that of the person, who asks first.
    const clock = jest
      .spyOn(AbortSignal, 'timeout')
      .mockImplementation((ms) => timeout(asked.push(ms) === 1 ? ms : ms / 100))
    try {
      const answer = await preview(JSON.stringify({ code: 'accord1_x' }))
      expect([answer.status, answer.result?.['code']]).toEqual([502, 'node_unreachable'])
      expect(asked.slice(1)).toContain(limitMs)
    } finally {
      clock.mockRestore()
    }
  })
})
