import { randomUUID } from 'node:crypto'

import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { createKeyPair } from '../../../src/keys/key-pair.ts'
import { accept, type Company, read, startCompany } from '../../stories/company.ts'
import { eventually } from '../company/eventually.ts'
import { createScriptedSource, type ScriptedSource, type Trick } from './scripted-source.ts'

let globex: Company
let globexUid: string

beforeAll(async () => {
  globex = await startCompany('Globex')
  globexUid = (await globex.client.call('readStatus')).instanceUid
})
afterAll(async () => {
  await Promise.allSettled(accepting)
  await globex.close()
})

const createSource = () => createScriptedSource(globex.proxy.url, globexUid)

/** Accept waits some seconds for a source that says nothing; the tests do not wait with it. */
const accepting: Promise<unknown>[] = []

/** The source, its accepted code, and the redeem that it has fetched. */
async function acceptedSource() {
  const source = await createSource()
  accepting.push(accept(globex, source.code))
  const { redeem } = await source.fetch({}, { waitMs: 10_000 })
  if (typeof redeem !== 'string') throw new Error('The source got no redeem')
  const { connections } = await globex.client.call('listConnections')
  const id = connections.find(
    ({ invitation, name }) => name === source.name || invitation?.id === source.invitationId,
  )?.id
  if (id === undefined) throw new Error('The acceptance has no connection')
  return { source, id, redeem }
}

const stateOf = async (id: string): Promise<string> => (await read(globex, id)).state

test('a stranger learns what the source receives before the acceptance, and can settle nothing', async () => {
  const source = await createSource()
  const before = await source.fetch()
  expect(before).toEqual({ status: 200, redeem: null })
  const { id } = await accept(globex, source.code)
  const other = await createKeyPair()
  const tricks: Trick[] = [{ identity: other }, { iss: randomUUID() }, { aud: randomUUID() }]
  for (const trick of tricks) {
    expect(await source.fetch(trick)).toEqual(before)
    const refused = await source.settle({ refusal: { code: 'invitation_revoked' } }, trick)
    expect(refused).toMatchObject({ status: 404, code: 'invitation_unknown' })
  }
  const unknown = await createSource()
  expect(await unknown.settle({ refusal: { code: 'invitation_revoked' } })).toMatchObject({
    status: 404,
    code: 'invitation_unknown',
  })
  expect(await stateOf(id)).toBe('redeeming')
  expect((await source.fetch()).redeem).toEqual(expect.any(String))
}, 30_000)

test('a source that can be called gets no redeem by asking: its codes are redeemed at its own address', async () => {
  const source = await createScriptedSource(globex.proxy.url, globexUid, false)
  await accept(globex, source.code).catch(() => undefined)
  expect(await source.fetch()).toEqual({ status: 200, redeem: null })
}, 30_000)

test('every fetched redeem is by the same key; the invitation key never stands in it', async () => {
  const { source, redeem } = await acceptedSource()
  const { redeem: again } = await source.fetch()
  const keyOf = (jws: string) => JSON.parse(Buffer.from(jws.split('.')[0] ?? '', 'base64url').toString()).jwk.x
  expect(keyOf(again ?? '')).toBe(keyOf(redeem))
  const { d } = JSON.parse(Buffer.from(source.code.split('.')[1] ?? '', 'base64url').toString()).invitationKey
  expect(Buffer.from(redeem.split('.')[1] ?? '', 'base64url').toString()).not.toContain(d)
}, 30_000)

test('the same call twice is a replay once the code is accepted', async () => {
  const { source } = await acceptedSource()
  const message = { waitMs: 0 }
  const authorization = await source.sign('fetchAcceptance', Buffer.from(JSON.stringify(message)))
  expect((await source.fetch({ authorization }, message)).status).toBe(200)
  expect(await source.fetch({ authorization }, message)).toMatchObject({ status: 401, code: 'request_replayed' })
}, 30_000)

test('a grant for another redeem, by another key, or for a redeem that is old is refused and changes nothing', async () => {
  const [first, second] = [await acceptedSource(), await acceptedSource()]
  const { source, redeem, id } = first
  const stranger = await createKeyPair()
  // Two redeems of one second are the same text.
  const newer = await eventually('another redeem', async () => {
    const fetched = await source.fetch()
    if (fetched.redeem === redeem) throw new Error('It is the same one.')
    return fetched.redeem ?? undefined
  })
  const wrong = [
    { redeem: second.redeem, grant: await source.grantFor(second.redeem) },
    { redeem, grant: await source.grantFor(newer) },
    { redeem, grant: await source.grantFor(redeem, stranger) },
    { redeem, grant: await second.source.grantFor(redeem) },
  ]
  for (const message of wrong)
    expect(await source.settle(message)).toMatchObject({ status: 401, code: 'proof_invalid' })
  const late = { redeem, grant: await source.grantFor(redeem) }
  globex.shiftClock(11 * 60_000)
  try {
    expect((await source.settle(late)).code).toMatch(/^(?:proof_invalid|clock_skew)$/u)
  } finally {
    globex.shiftClock(0)
  }
  expect(await stateOf(id)).toBe('redeeming')
  expect(await source.settle(late)).toMatchObject({ status: 200, state: 'active' })
}, 40_000)

test('after the grant no other answer of the source changes anything', async () => {
  const { source, redeem, id } = await acceptedSource()
  const answer = { redeem, grant: await source.grantFor(redeem) }
  expect(await source.settle(answer)).toMatchObject({ state: 'active' })
  expect(await source.settle(answer)).toMatchObject({ status: 200, state: 'active' })
  for (const code of ['invitation_revoked', 'approval_rejected', 'connection_gone'])
    expect(await source.settle({ refusal: { code } })).toMatchObject({ status: 200, state: 'active' })
  expect(await source.fetch()).toEqual({ status: 200, redeem: null })
  expect(await stateOf(id)).toBe('active')
}, 30_000)

test('a final refusal ends the acceptance by its name; one that no source may give is refused', async () => {
  const { source, id } = await acceptedSource()
  for (const code of ['name_taken', 'internal', 'clock_skew'])
    expect(await source.settle({ refusal: { code } })).toMatchObject({ status: 400, code: 'malformed' })
  expect(await source.settle({ refusal: { code: 'already_redeemed' } })).toMatchObject({ state: 'failed' })
  expect((await read(globex, id)).stateReason?.code).toBe('already_redeemed')
}, 30_000)

describeTricks()

function describeTricks() {
  const header = (source: ScriptedSource, change: object) =>
    Buffer.from(
      JSON.stringify({ alg: 'Ed25519', typ: 'accord-source+jwt', jwk: source.identity.publicJwk, ...change }),
    ).toString('base64url')

  test.each([
    ['alg none', { alg: 'none' }],
    ['alg HS256', { alg: 'HS256' }],
    ['alg EdDSA', { alg: 'EdDSA' }],
    ['crit', { crit: ['exp'] }],
    ['the typ of a call on a connection', { typ: 'accord-request+jwt' }],
    ['a kid beside the key', { kid: 'x' }],
    ['an address for keys', { jku: 'https://evil.example' }],
    ['a private half', { jwk: { kty: 'OKP', crv: 'Ed25519', x: 'A'.repeat(43), d: 'A'.repeat(43) } }],
  ])('a header with %s is refused and is no 5xx', async (_name, change) => {
    const source = await createSource()
    const good = await source.sign('fetchAcceptance', Buffer.from('{"waitMs":0}'))
    const [, payload, signature] = good.split('.')
    const authorization = `Accord ${header(source, change)}.${payload}.${signature}`
    expect(await source.fetch({ authorization })).toMatchObject({ status: 401, code: 'proof_invalid' })
  })

  test('a signature over another body, query, operation or invitation is refused', async () => {
    const source = await createSource()
    const refused = { status: 401, code: 'proof_invalid' }
    const authorization = await source.sign('fetchAcceptance', Buffer.from('{"waitMs":1}'))
    expect(await source.fetch({ authorization })).toMatchObject(refused)
    expect(await source.fetch({ query: '?x=1' })).toMatchObject(refused)
    expect(await source.fetch({ invitationId: randomUUID() })).toMatchObject(refused)
    const forSettle = await source.sign('settleAcceptance', Buffer.from('{"waitMs":0}'))
    expect(await source.fetch({ authorization: forSettle })).toMatchObject(refused)
  })
}
