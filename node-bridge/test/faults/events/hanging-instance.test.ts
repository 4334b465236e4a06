import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { untilState } from '../handshake/agreement.ts'
import { shakeHands } from '../handshake/handshake.ts'
import { startPair, type Pair } from '../handshake/pair.ts'

/** More than a bridge works on at the same time. */
const HANDSHAKES = 32
/** Far less than they would take if each had to wait for an instance that does not answer within ten seconds. */
const WITHIN_MS = 15_000

let pair: Pair

beforeAll(async () => {
  pair = await startPair()
  for (const { instanceProxy } of [pair.source, pair.destination])
    instanceProxy.follow(() => ({ kind: 'delay', ms: 120_000 }))
}, 60_000)

afterAll(async () => {
  await Promise.all([pair.source, pair.destination].map(({ instanceProxy }) => instanceProxy.close()))
  await pair.close()
}, 30_000)

async function shake(): Promise<void> {
  const { sourceConnectionId, destinationConnectionId } = await shakeHands(pair)
  await untilState(pair.destination, destinationConnectionId, 'active', WITHIN_MS)
  await untilState(pair.source, sourceConnectionId, 'active', WITHIN_MS)
}

test('instances that take calls and never answer do not keep two nodes from shaking hands', async () => {
  const startedAt = Date.now()
  await Promise.all(Array.from({ length: HANDSHAKES }, shake))
  await shake()
  expect(Date.now() - startedAt).toBeLessThan(WITHIN_MS)
}, 60_000)
