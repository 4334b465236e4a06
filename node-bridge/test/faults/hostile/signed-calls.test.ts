import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { untilBothActive } from '../handshake/agreement.ts'
import { read, shakeHands } from '../handshake/handshake.ts'
import { startPair, type Pair } from '../handshake/pair.ts'
import { stealConnectionKey } from './connection-key.ts'
import { goodCall, hmacCall, signCall, unsignedCall, type CallDetails, type SignedCall } from './forge.ts'
import { send, type Answered } from './send.ts'

let pair: Pair
let facts: CallDetails
let other: CallDetails
let turn = 0

beforeAll(async () => {
  pair = await startPair()
  const detailsOf = async (): Promise<CallDetails> => {
    const handshake = await shakeHands(pair)
    await untilBothActive(pair, handshake)
    return {
      key: stealConnectionKey(pair.destination, handshake.destinationConnectionId),
      iss: pair.destination.instanceUid,
      aud: pair.source.instanceUid,
      connectionId: handshake.sourceConnectionId,
      htu: `${pair.source.proxy.url}/node/v1/connections/${handshake.sourceConnectionId}/confirm`,
    }
  }
  facts = await detailsOf()
  other = await detailsOf()
}, 60_000)

afterAll(() => pair.close())

interface Posted {
  readonly query?: string
  readonly body?: string
  readonly scheme?: string
}

/** Posts to A itself, each time from an address of its own, so that no rate limit answers instead. */
const confirm = (jws: string, { query = '', body = '{}', scheme = 'Accord' }: Posted = {}): Promise<Answered> => {
  turn += 1
  return send(`${pair.source.bridge.url}/node/v1/connections/${facts.connectionId}/confirm${query}`, {
    headers: { authorization: `${scheme} ${jws}` },
    body,
    localAddress: process.platform === 'linux' ? `127.0.3.${turn}` : '127.0.0.1',
  })
}

const withHeader = (change: object): SignedCall => {
  const call = goodCall(facts)
  return { ...call, header: { ...call.header, ...change } }
}
const withClaims = (change: object): SignedCall => {
  const call = goodCall(facts)
  return { ...call, claims: { ...call.claims, ...change } }
}
const seconds = (offset: number) => Math.floor(Date.now() / 1000) + offset

test('the forger can do it right: the same call without a trick is taken', async () => {
  expect((await confirm(signCall(goodCall(facts)))).status).toBe(200)
})

const TRICKS: Readonly<Record<string, () => Promise<Answered>>> = {
  'alg none': () => confirm(unsignedCall(withHeader({ alg: 'none' }))),
  'alg none over a true signature': () => confirm(signCall(withHeader({ alg: 'none' }))),
  'HS256 with the public key as secret': () => confirm(hmacCall(withHeader({ alg: 'HS256' }))),
  EdDSA: () => confirm(signCall(withHeader({ alg: 'EdDSA' }))),
  crit: () => confirm(signCall(withHeader({ crit: ['b64'], b64: false }))),
  'a key in the header': () => confirm(signCall(withHeader({ jwk: { kty: 'OKP', crv: 'Ed25519', x: facts.key.x } }))),
  'a private key in the header': () =>
    confirm(signCall(withHeader({ jwk: { kty: 'OKP', crv: 'Ed25519', x: facts.key.x, d: facts.key.d } }))),
  'a key URL in the header': () => confirm(signCall(withHeader({ jku: 'http://127.0.0.1:1/keys' }))),
  'the typ of another message': () => confirm(signCall(withHeader({ typ: 'accord-redeem+jws' }))),
  'no typ': () => confirm(signCall(withHeader({ typ: undefined }))),
  'no kid': () => confirm(signCall(withHeader({ kid: undefined }))),
  'the key of another connection under its own kid': () =>
    confirm(signCall({ ...withHeader({ kid: other.key.thumbprint }), key: other.key })),
  'the key of another connection under the right kid': () => confirm(signCall({ ...goodCall(facts), key: other.key })),
  'another method': () => confirm(signCall(withClaims({ htm: 'PUT' }))),
  'a query that was not signed': () => confirm(signCall(goodCall(facts)), { query: '?force=true' }),
  'a signed query that was not sent': () => confirm(signCall(withClaims({ htu: `${facts.htu}?force=true` }))),
  'another host': () => confirm(signCall(withClaims({ htu: facts.htu.replace('127.0.0.1', 'localhost') }))),
  'another body': () => confirm(signCall(goodCall(facts)), { body: '{ }' }),
  'another connection': () => confirm(signCall(withClaims({ connectionId: other.connectionId }))),
  'a call for another connection': () => confirm(signCall(goodCall(other))),
  'another audience': () => confirm(signCall(withClaims({ aud: facts.iss }))),
  'another issuer': () => confirm(signCall(withClaims({ iss: facts.aud }))),
  'a call of yesterday': () => confirm(signCall(withClaims({ iat: seconds(-86_400), exp: seconds(-86_340) }))),
  'a call of tomorrow': () => confirm(signCall(withClaims({ iat: seconds(86_400), exp: seconds(86_460) }))),
  'a call that is valid for a year': () => confirm(signCall(withClaims({ exp: seconds(31_536_000) }))),
  'claims that are missing': () => confirm(signCall({ ...goodCall(facts), claims: {} })),
  'an empty signature': () => confirm(unsignedCall(goodCall(facts))),
  'stray bits at the end of the signature': () => confirm(`${signCall(goodCall(facts)).slice(0, -1)}B`),
  'a fourth part': () => confirm(`${signCall(goodCall(facts))}.x`),
  'the Bearer scheme': () => confirm(signCall(goodCall(facts)), { scheme: 'Bearer' }),
  'no proof at all': () => confirm(''),
}

test.each(Object.entries(TRICKS))('refused as a stranger, never a 5xx: %s', async (_, trick) => {
  const { status, code } = await trick()
  expect([400, 401]).toContain(status)
  expect(['proof_invalid', 'unauthenticated', 'clock_skew', 'malformed']).toContain(code)
})

test('the same signed call a second time is a replay, also when both arrive at once', async () => {
  const jws = signCall(goodCall(facts))
  const received = await Promise.all(Array.from({ length: 10 }, () => confirm(jws)))
  expect(received.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(received.filter(({ code }) => code === 'request_replayed')).toHaveLength(9)
})

test('after all that the connection is what it was', async () => {
  expect((await read(pair.source, facts.connectionId)).state).toBe('active')
})
