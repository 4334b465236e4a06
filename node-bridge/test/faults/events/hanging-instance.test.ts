import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { untilState } from '../handshake/agreement.ts'
import { shakeHands } from '../handshake/handshake.ts'
import { startPair, type Pair } from '../handshake/pair.ts'

/** More than a bridge works on at the same time. */
const HANDSHAKES = 32
const BEFORE = 8
/** Far less than they would take more if each had to wait for an instance that does not answer within ten seconds. */
const MORE_MS = 10_000

let pair: Pair

beforeAll(async () => {
  pair = await startPair()
})

afterAll(async () => {
  await Promise.all([pair.source, pair.destination].map(({ instanceProxy }) => instanceProxy.close()))
  await pair.close()
})

async function shake(): Promise<void> {
  const { sourceConnectionId, destinationConnectionId } = await shakeHands(pair)
  await untilState(pair.destination, destinationConnectionId, 'active')
  await untilState(pair.source, sourceConnectionId, 'active')
}

async function msOf(handshakes: number): Promise<number> {
  const startedAt = Date.now()
  await Promise.all(Array.from({ length: handshakes }, shake))
  return Date.now() - startedAt
}

test('instances that take calls and never answer do not keep two nodes from shaking hands', async () => {
  await msOf(1)
  const beforeMs = await msOf(BEFORE)
  for (const { instanceProxy } of [pair.source, pair.destination])
    instanceProxy.follow(() => ({ kind: 'delay', ms: 120_000 }))
  expect(await msOf(HANDSHAKES)).toBeLessThan((HANDSHAKES / BEFORE) * beforeMs + MORE_MS)
  expect(await msOf(1)).toBeLessThan(beforeMs + MORE_MS)
})
