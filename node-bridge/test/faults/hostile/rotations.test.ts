import { randomUUID } from 'node:crypto'

import { LIMITS } from '@accord/shared/protocol'
import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { createRotation } from '../../../src/key-rotation/rotation-statement.ts'
import { createKeyPair, keyPairOf, type KeyPair } from '../../../src/keys/key-pair.ts'
import { countRows } from '../company/query-rows.ts'
import { untilBothActive } from '../handshake/agreement.ts'
import { read, shakeHands } from '../handshake/handshake.ts'
import { startPair, type Pair } from '../handshake/pair.ts'
import { stealConnectionKey } from './connection-key.ts'
import { createPeer, type Peer, type PeerDetails } from './peer.ts'
import type { Answered } from './send.ts'

const ATTEMPTS = 500
const LINKS = 20

let pair: Pair
let facts: PeerDetails
let peer: Peer
/** The peer's newest key, how many it has had, and what it had and said before. */
let key: KeyPair
const past: { readonly key: KeyPair; readonly chain: readonly string[] }[] = []
let seq = 0

beforeAll(async () => {
  pair = await startPair()
  const handshake = await shakeHands(pair)
  await untilBothActive(pair, handshake)
  const stolen = stealConnectionKey(pair.destination, handshake.destinationConnectionId)
  facts = {
    key: stolen,
    iss: pair.destination.instanceUid,
    aud: pair.source.instanceUid,
    connectionId: handshake.sourceConnectionId,
    url: pair.source.bridge.url,
    publicUrl: pair.source.proxy.url,
  }
  key = keyPairOf({ x: stolen.x, d: stolen.d })
  peer = createPeer(facts)
}, 60_000)

afterAll(() => pair.close())

const publish = (chain: readonly string[]): Promise<Answered> =>
  peer.post(`/node/v1/connections/${facts.connectionId}/keys`, JSON.stringify({ id: randomUUID(), chain }))

/** Statements that lead on from the newest key. */
async function nextChain(links: number): Promise<{ readonly chain: string[]; readonly newest: KeyPair }> {
  const { iss, aud, connectionId } = facts
  const chain: string[] = []
  let from = key
  for (let link = 1; link <= links; link += 1) {
    const to = await createKeyPair()
    chain.push(await createRotation({ iss, aud, connectionId, seq: seq + link, from, to, now: new Date() }))
    from = to
  }
  return { chain, newest: from }
}

async function publishNext(links: number): Promise<Answered> {
  const { chain, newest } = await nextChain(links)
  const answer = await publish(chain)
  if (answer.status !== 200) return answer
  past.push({ key, chain })
  ;[key, seq] = [newest, seq + links]
  return answer
}

test('five hundred publications of twenty keys each: a few are taken, the rest learns how long to wait, and nothing grows', async () => {
  const auditBefore = await countRows(pair.source, 'audit_entry')
  const answers: Answered[] = []
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) answers.push(await publishNext(LINKS))
  // Without the bound: 10,000 rows in 27 s, and a call of an unknown key took 35.6 ms instead of 3.2, 352 MB instead of 169.
  const taken = answers.filter(({ status }) => status === 200)
  expect(taken).toHaveLength(LIMITS.rotations.burst)
  for (const { status, code } of answers.slice(taken.length)) expect([status, code]).toEqual([429, 'rotated_too_often'])
  expect(await countRows(pair.source, 'key_rotation')).toBeLessThanOrEqual(2)
  expect(await countRows(pair.source, 'handshake_event', `where event = 'peerKeyRotated'`)).toBe(taken.length)
  expect((await countRows(pair.source, 'audit_entry')) - auditBefore).toBeLessThan(20)
  expect((await read(pair.source, facts.connectionId)).state).toBe('active')
}, 300_000)

const forgerKeyOf = ({ privateJwk, thumbprint }: KeyPair) => ({ x: privateJwk.x, d: privateJwk.d, thumbprint })
const confirmBy = (by: KeyPair): Promise<Answered> =>
  createPeer({ ...facts, key: forgerKeyOf(by) }).call('confirmConnection', '{}')

test('the newest key is taken and the one before it in its chain; older ones are strangers, before any signature is checked', async () => {
  expect((await confirmBy(key)).status).toBe(200)
  const [first] = past
  if (!first) throw new Error('The key was never replaced')
  expect(await confirmBy(first.key)).toMatchObject({ status: 401, code: 'proof_invalid' })
  expect((await confirmBy(first.key)).text).toContain('"kid"')
})

test('the newest chain again changes nothing and gets the same answer, however often it comes', async () => {
  const newest = past.at(-1)
  if (!newest) throw new Error('The key was never replaced')
  for (let times = 0; times < 10; times += 1) {
    const { status, text } = await publish(newest.chain)
    expect([status, JSON.parse(text).keyThumbprint]).toEqual([200, key.thumbprint])
    const overtaken = await publish(newest.chain.slice(0, -1))
    expect([overtaken.status, JSON.parse(overtaken.text).keyThumbprint]).toEqual([200, key.thumbprint])
  }
  expect(await countRows(pair.source, 'handshake_event', `where event = 'peerKeyRotated'`)).toBe(LIMITS.rotations.burst)
})
