import { randomUUID } from 'node:crypto'

import { expect, test } from '@jest/globals'
import { CompactSign, type CompactJWSHeaderParameters } from 'jose'

import { signJws } from '../../src/jws/compact-jws.ts'
import { createKeyPair } from '../../src/keys/key-pair.ts'
import { requireFresh } from '../../src/nodes/freshness.ts'
import { requestSignatures, type SignedRequest, spentUntil } from '../../src/nodes/signature.ts'
import { COMPANY_A, COMPANY_B, NOW, nonces } from '../handshake/messages/parties.ts'
import { refusalOf } from '../refused.ts'

const key = await createKeyPair()
const connectionId = randomUUID()
const otherConnection = randomUUID()
const spent = new Map<string, Date>()
const keysOf = (id: string, pair = key) => ({
  connectionId: id,
  localInstanceUid: COMPANY_A.instanceUid,
  remoteInstanceUid: COMPANY_B.instanceUid,
  remoteKey: pair.publicJwk,
  remoteKeyThumbprint: pair.thumbprint,
})
const otherKey = await createKeyPair()
const context = {
  nonces,
  now: NOW,
  callers: {
    findConnectionKeys: async (id: string) =>
      id === connectionId ? keysOf(id) : id === otherConnection ? keysOf(id, otherKey) : undefined,
    spendRequestId: async (jti: string, expiresAt: Date) => !spent.has(jti) && Boolean(spent.set(jti, expiresAt)),
  },
}
const body = Buffer.from('{"a":1}')
const url = `https://node-a.example/node/v1/connections/${connectionId}/confirm?x=1`
const toSign = {
  key,
  iss: COMPANY_B.instanceUid,
  aud: COMPANY_A.instanceUid,
  connectionId,
  method: 'POST',
  url,
  body,
  now: NOW,
} as const

const sign = (change: object = {}) => requestSignatures.create({ ...toSign, ...change })
const request = (authorization: string | undefined, change: object = {}): SignedRequest => ({
  authorization,
  method: 'POST',
  url,
  body,
  connectionId,
  ...change,
})
const verify = (authorization: string | undefined, change: object = {}, now = NOW) =>
  requestSignatures.process(request(authorization, change), { ...context, now })

const at = (seconds: number) => new Date(NOW.getTime() + seconds * 1000)

test('what one side signs the other accepts, once', async () => {
  const authorization = await sign()
  expect(await verify(authorization)).toEqual(keysOf(connectionId))
  expect((await refusalOf(verify(authorization))).code).toBe('request_replayed')
})

test('the same message twice at once is taken once', async () => {
  const authorization = await sign()
  const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => verify(authorization)))
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test.each<[string, object, object]>([
  ['method', {}, { method: 'DELETE' }],
  ['query', {}, { url: url.replace('x=1', 'x=2') }],
  ['missing query', {}, { url: url.replace('?x=1', '') }],
  ['host', {}, { url: url.replace('node-a', 'node-c') }],
  ['body', {}, { body: Buffer.from('{"a":2}') }],
  ['body that only looks the same', {}, { body: Buffer.from('{"a": 1}') }],
  ['connection in the path', {}, { connectionId: otherConnection }],
  ['audience', { aud: randomUUID() }, {}],
  ['issuer', { iss: randomUUID() }, {}],
  ['key', { key: otherKey }, {}],
  ['connection of another key', { connectionId: otherConnection }, { connectionId: otherConnection }],
])('a signature for another %s is refused', async (_, signed, received) => {
  expect((await refusalOf(sign(signed).then((authorization) => verify(authorization, received)))).code).toBe(
    'proof_invalid',
  )
})

test('a foreign key under a borrowed name does not help', async () => {
  const borrowed = { ...otherKey, thumbprint: key.thumbprint }
  expect((await refusalOf(sign({ key: borrowed }).then((header) => verify(header)))).facts).toEqual({
    what: 'signature',
  })
})

test('the key before a rotation is taken while it overlaps, and not after', async () => {
  const overlapping = (keys: ReturnType<typeof keysOf>) => ({
    ...context,
    callers: {
      ...context.callers,
      findConnectionKeys: async () => ({
        ...keys,
        findEarlier: async (kid: string) => (kid === key.thumbprint ? key.publicJwk : undefined),
      }),
    },
  })
  const during = requestSignatures.process(request(await sign()), overlapping(keysOf(connectionId, otherKey)))
  expect((await during).remoteKeyThumbprint).toBe(otherKey.thumbprint)
  const after = {
    ...context,
    callers: { ...context.callers, findConnectionKeys: async () => keysOf(connectionId, otherKey) },
  }
  const refusal = await refusalOf(sign().then((header) => requestSignatures.process(request(header), after)))
  expect(refusal).toMatchObject({ code: 'proof_invalid', facts: { what: 'kid' } })
})

test('a connection that we do not know is named as such, so that the peer can re-key', async () => {
  const unknown = randomUUID()
  const header = await sign({ connectionId: unknown })
  expect((await refusalOf(verify(header, { connectionId: unknown }))).code).toBe('connection_unknown')
})

const claims = {
  iss: toSign.iss,
  aud: toSign.aud,
  connectionId,
  iat: NOW.getTime() / 1000,
  exp: NOW.getTime() / 1000 + 60,
  jti: randomUUID(),
  htm: 'POST',
  htu: url,
  bodyHash: 'A'.repeat(43),
}

test.each<[string, object]>([
  ['alg none', { alg: 'none', typ: 'accord-request+jwt', kid: key.thumbprint }],
  ['another typ', { alg: 'Ed25519', typ: 'accord-redeem+jws', kid: key.thumbprint }],
  ['crit', { alg: 'Ed25519', typ: 'accord-request+jwt', kid: key.thumbprint, crit: ['exp'] }],
  ['an embedded key', { alg: 'Ed25519', typ: 'accord-request+jwt', kid: key.thumbprint, jwk: otherKey.publicJwk }],
  ['a private embedded key', { alg: 'Ed25519', typ: 'accord-request+jwt', jwk: otherKey.privateJwk }],
  ['no kid', { alg: 'Ed25519', typ: 'accord-request+jwt' }],
])('a header with %s is refused', async (_, header) => {
  const [, payload = '', signature = ''] = (await signJws(claims, 'accord-request+jwt', key, 'kid')).split('.')
  const forged = `Accord ${Buffer.from(JSON.stringify(header)).toString('base64url')}.${payload}.${signature}`
  expect((await refusalOf(verify(forged))).code).toBe('proof_invalid')
})

test('a public key taken as an HMAC secret signs nothing', async () => {
  const header = { alg: 'HS256', typ: 'accord-request+jwt', kid: key.thumbprint } as CompactJWSHeaderParameters
  const secret = Buffer.from(key.publicJwk.x, 'base64url')
  const jws = await new CompactSign(Buffer.from(JSON.stringify(claims))).setProtectedHeader(header).sign(secret)
  expect((await refusalOf(verify(`Accord ${jws}`))).code).toBe('proof_invalid')
})

test('without a signature the caller is unknown; with nonsense the proof is invalid', async () => {
  for (const header of [undefined, '', 'Bearer x', 'accord x'])
    expect((await refusalOf(verify(header))).code).toBe('unauthenticated')
  for (const header of ['Accord ', 'Accord a.b.c', `Accord ${'x'.repeat(9000)}`])
    expect((await refusalOf(verify(header))).code).toBe('proof_invalid')
})

test('a request lives a minute, and a minute of tolerance; a nonce stands in for the clock', async () => {
  await expect(verify(await sign(), {}, at(120))).resolves.toBeDefined()
  await expect(verify(await sign(), {}, at(-60))).resolves.toBeDefined()
  expect((await refusalOf(verify(await sign(), {}, at(121)))).code).toBe('clock_skew')
  const refusal = await refusalOf(verify(await sign(), {}, at(-61)))
  const nonce = refusal.facts?.['nonce']
  const healed = await sign({ nonce })
  await expect(verify(healed, {}, at(-61))).resolves.toBeDefined()
  expect((await refusalOf(verify(healed, {}, at(-30)))).code).toBe('request_replayed')
})

test('a nonce serves every request of its two minutes, each request once', async () => {
  const nonce = nonces.issue(at(3600))
  const [first, second, late] = [await sign({ nonce }), await sign({ nonce }), await sign({ nonce })]
  await expect(verify(first, {}, at(3600))).resolves.toBeDefined()
  await expect(verify(second, {}, at(3720))).resolves.toBeDefined()
  expect((await refusalOf(verify(first, {}, at(3720)))).code).toBe('request_replayed')
  expect((await refusalOf(verify(late, {}, at(3721)))).code).toBe('clock_skew')
})

test('a spent id is kept until its message can no longer be taken by clock or by nonce', async () => {
  const slow = await sign({ jti: randomUUID() })
  await verify(slow)
  const until = [...spent.values()].at(-1)
  expect(until?.getTime()).toBeGreaterThanOrEqual(NOW.getTime() + 120_000 + 120_000)
})

test('a forged request spends no id', async () => {
  const before = spent.size
  await refusalOf(sign({ key: otherKey }).then((header) => verify(header)))
  expect(spent.size).toBe(before)
})

test('the id of a call is kept for minutes, however far away its end is said to be', () => {
  const now = new Date('2026-03-01T12:00:00.000Z')
  for (const exp of [0, now.getTime() / 1000, now.getTime() / 1000 + 60, 9_999_999_999])
    expect(spentUntil(exp, now).getTime() - now.getTime()).toBeLessThanOrEqual(8 * 60_000)
})

test('who carries a nonce is checked by it alone: when the day of a far message comes, it is not good once more', async () => {
  const [iat, later] = [Math.floor(NOW.getTime() / 1000) + 86_400, new Date(NOW.getTime() + 86_400_000)]
  const far = { iat, exp: iat + 60, nonce: nonces.issue(NOW) }
  expect(() => requireFresh(far, 60_000, NOW, nonces)).not.toThrow()
  expect(() => requireFresh(far, 60_000, later, nonces)).toThrow(expect.objectContaining({ code: 'clock_skew' }))
})
