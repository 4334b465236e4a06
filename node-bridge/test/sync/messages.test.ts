import { describe, expect, test } from '@jest/globals'
import { TYP } from '@accord/shared/protocol'
import { SYNC_LIMITS } from '@accord/shared/sync'

import { createKeyPair } from '../../src/keys/key-pair.ts'
import { createMessage, incomingOf, type MessageInput, processMessage } from '../../src/sync/messages/message.ts'
import { placeOf } from '../../src/sync/messages/place-of.ts'
import { createResult, processResult, receivedResultOf } from '../../src/sync/messages/result.ts'
import { signAgain } from '../../src/sync/messages/signed-text.ts'
import { answerOf, pairFor } from '../../src/sync/pairs/answer-of.ts'
import { applyResult } from '../../src/sync/pairs/apply-result.ts'
import { concludeIncoming } from '../../src/sync/pairs/conclude-incoming.ts'
import { decideOutgoing } from '../../src/sync/pairs/decide-outgoing.ts'
import { hashState } from '../../src/sync/pairs/hash-state.ts'
import type { MessageContent } from '../../src/sync/pairs/message-content.ts'
import { receiveMessage } from '../../src/sync/pairs/receive-message.ts'
import { startPair } from '../../src/sync/pairs/sync-pair.ts'
import { codeOf, refusalOf } from '../refused.ts'

const [keyOfA, keyOfB, newKeyOfA, keyOfStranger] = [
  await createKeyPair(),
  await createKeyPair(),
  await createKeyPair(),
  await createKeyPair(),
]
const [A, B, CONNECTION, PAIR, MID] = [1, 2, 3, 4, 5].map((n) => `0190f5a0-0000-7000-8000-00000000000${n}`) as [
  string,
  string,
  string,
  string,
  string,
]
const HASH_KEY = 'k'.repeat(43)
const NOW = new Date('2026-03-01T12:00:00Z')
const OM = { min: '1.0.0', max: '1.0.0' }

const fromA = { iss: A, aud: B, connectionId: CONNECTION }
const expectA = {
  ...fromA,
  om: OM,
  findKey: (kid: string) => (kid === keyOfA.thumbprint ? keyOfA.publicJwk : undefined),
}

const replica = { summary: 'Printer', customKeys: { site: 'Vienna' } }
const content = (change: object = {}): MessageContent & { kind: 'state' } => ({
  kind: 'state',
  mid: MID,
  epoch: 1,
  peerEpoch: 0,
  seq: 1,
  ack: 0,
  record: { type: 'incident', key: 'INC1' },
  changed: ['/customKeys/site', '/summary'],
  replica,
  comments: [],
  files: [],
  ...change,
})
const sign = (signed: MessageContent = content(), change: Partial<MessageInput> = {}) =>
  createMessage({ ...fromA, pair: PAIR, content: signed, om: OM.max, key: keyOfA, now: NOW, ...change })

test('a record goes from one side to the other by signed texts alone, and both know the same of it', async () => {
  const observed = { record: { type: 'incident', key: 'INC1' }, replica, comments: [], files: [] }
  const decision = decideOutgoing(
    startPair({ side: 'source', epoch: 1 }),
    { kind: 'record', version: '1', hashes: hashState(observed, HASH_KEY, PAIR), ...observed },
    { mid: MID, nowMs: 0 },
  )
  if (decision.kind !== 'send') throw new Error('Nothing was sent')
  const message = incomingOf(await processMessage(await sign(decision.message), expectA), 'another key'.repeat(4))
  const receipt = receiveMessage(pairFor(message, { side: 'destination', epoch: 9 }), message, B)
  expect(receipt.kind).toBe('stored')
  const done = concludeIncoming(
    receipt.pair,
    {
      outcome: 'applied',
      record: { type: 'incident', key: 'INC2' },
      ignored: ['/summary'],
      version: '1',
      asPlanned: true,
    },
    0,
  )
  const result = answerOf(done)
  if (!result) throw new Error('There is no answer')
  const text = await createResult({
    iss: B,
    aud: A,
    connectionId: CONNECTION,
    pair: PAIR,
    result,
    key: keyOfB,
    now: NOW,
  })
  const claims = await processResult(text, {
    iss: B,
    aud: A,
    connectionId: CONNECTION,
    findKey: () => keyOfB.publicJwk,
  })
  const linked = applyResult(decision.pair, receivedResultOf(claims))
  expect([linked.state, linked.epochs, linked.remote, done.state, done.remote]).toEqual([
    'linked',
    { ours: 1, theirs: 9 },
    { type: 'incident', key: 'INC2' },
    'linked',
    { type: 'incident', key: 'INC1' },
  ])
  expect(linked.synced).toEqual(hashState(observed, HASH_KEY, PAIR))
  // The same texts once more, in any order, change nothing.
  const again = receiveMessage(done, message, B)
  expect([again.kind, again.pair.doneSeq, again.pair.inbound]).toEqual(['repeated', 1, null])
  expect(applyResult(linked, receivedResultOf(claims))).toEqual(linked)
})

describe('what a receiver refuses', () => {
  test.each([
    ['another receiver', { aud: A }],
    ['another sender', { iss: CONNECTION }],
    ['another connection', { connectionId: PAIR }],
  ])('%s', async (_, change) => {
    expect(await codeOf(processMessage(await sign(), { ...expectA, ...change }))).toBe('proof_invalid')
  })

  test("a stranger's key, also under the right name", async () => {
    expect(await codeOf(processMessage(await sign(content(), { key: keyOfStranger }), expectA))).toBe('proof_invalid')
    const posing = { ...keyOfStranger, thumbprint: keyOfA.thumbprint }
    expect(await codeOf(processMessage(await sign(content(), { key: posing }), expectA))).toBe('proof_invalid')
  })

  test('a message or result of more bytes than a limit, before anything of it is read', async () => {
    expect(await codeOf(processMessage('x'.repeat(SYNC_LIMITS.messageBytes + 1), expectA))).toBe('too_large')
    expect(await codeOf(processResult('x'.repeat(SYNC_LIMITS.resultBytes + 1), expectA))).toBe('too_large')
  })

  test('a newer object model, and an older one than it takes', async () => {
    for (const om of ['1.0.1', '2.0.0', '0.9.0'])
      expect(await codeOf(processMessage(await sign(content(), { om }), expectA))).toBe('unsupported')
  })
})

describe('what a sender does not send', () => {
  test.each([
    ['/summary', { replica: { ...replica, summary: 'x'.repeat(200_000) } }],
    ['/customKeys/log', { replica: { ...replica, customKeys: { log: 'x'.repeat(200_000) } } }],
    ['/description', { replica: { ...replica, description: 'x'.repeat(SYNC_LIMITS.messageBytes + 1) } }],
  ])('a message that is too large, by the path %s', async (path, change) => {
    const refused = await refusalOf(sign(content(change)))
    expect([refused.code, refused.facts?.['path']]).toEqual(['too_large', path])
  })

  test.each([
    ['/summary', { replica: { ...replica, summary: 7 } }],
    ['/customKeys/deep', { replica: { ...replica, customKeys: { deep: [[[[[[]]]]]] } } }],
    ['/customKeys/odd', { replica: { ...replica, customKeys: { odd: { constructor: 1 } } } }],
    ['/url', { record: { type: 'incident', key: 'INC1', url: 'javascript:alert(1)' } }],
  ])('what nobody could read, by the path %s', async (path, change) => {
    const refused = await refusalOf(sign(content(change)))
    expect([refused.code, refused.facts?.['path']]).toEqual(['replica_invalid', path])
  })

  test('five levels of a custom value arrive', async () => {
    const text = await sign(content({ replica: { ...replica, customKeys: { deep: [[[[[1]]]]] } } }))
    expect(await processMessage(text, expectA)).toMatchObject({ replica: { customKeys: { deep: [[[[[1]]]]] } } })
  })
})

test('a text whose key was retired is signed again: the same claims under the key of now', async () => {
  const text = await sign()
  const again = await signAgain(text, TYP.message, newKeyOfA)
  const claims = await processMessage(again, { ...expectA, findKey: () => newKeyOfA.publicJwk })
  expect(claims).toEqual(await processMessage(text, expectA))
  expect(await codeOf(processMessage(again, expectA))).toBe('proof_invalid')
})

test('a comment that does not say whom it is for is internal', async () => {
  const said = { id: `${A}:1`, body: 'x', author: { name: 'Ann' }, at: '2026-03-01T12:00:00Z', edited: false }
  for (const internal of [undefined, null, true]) {
    const claims = await processMessage(await sign(content({ comments: [{ ...said, internal }] })), expectA)
    expect(claims).toMatchObject({ comments: [{ internal: true }] })
  }
  expect(
    await processMessage(await sign(content({ comments: [{ ...said, internal: false }] })), expectA),
  ).toMatchObject({ comments: [{ internal: false }] })
})

test('the place of a text is read without believing it, and of another text it is nothing', async () => {
  expect(placeOf(await sign(content({ seq: 7 }), { key: keyOfStranger }))).toEqual({
    pair: PAIR,
    epoch: 1,
    peerEpoch: 0,
    seq: 7,
  })
  for (const text of ['', 'a.b.c', 'x'.repeat(100), `x.${Buffer.from('null').toString('base64url')}.y`])
    expect(placeOf(text)).toBeUndefined()
})
