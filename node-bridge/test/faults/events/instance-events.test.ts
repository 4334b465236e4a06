import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { untilBothActive } from '../handshake/agreement.ts'
import { shakeHands } from '../handshake/handshake.ts'
import { startPair, type Pair } from '../handshake/pair.ts'
import { EACH_FAULT, SLEEPING_PAGE, type Fault } from '../network/fault.ts'
import { inTurn } from '../network/script.ts'

const HANDSHAKES = 6
/** A hibernating instance answers 200 with a page; then everything else that can happen on the way. */
const ASLEEP: Fault = { kind: 'garbage', status: 200, body: SLEEPING_PAGE, forward: false }
const FAULTS = [ASLEEP, ...Object.values(EACH_FAULT)]

let pair: Pair

beforeAll(async () => {
  pair = await startPair()
  for (const { instanceProxy } of [pair.source, pair.destination]) instanceProxy.follow(inTurn(/events$/u, FAULTS))
}, 60_000)

afterAll(() => pair.close())

const shake = async () => untilBothActive(pair, await shakeHands(pair))

test('both instances learn that their connections are active, although the first events meet every fault', async () => {
  await Promise.all(Array.from({ length: HANDSHAKES }, shake))
  for (const { instanceProxy, instance } of [pair.source, pair.destination]) {
    const met = instanceProxy.seen.filter(({ fault }) => fault !== 'pass').map(({ fault }) => fault)
    expect(met).toEqual(FAULTS.map(({ kind }) => kind))
    expect(instance.faults).toEqual([])
  }
}, 60_000)

test('a page instead of an answer is not taken for one: the event came again', () => {
  for (const { instanceProxy } of [pair.source, pair.destination])
    expect(
      instanceProxy.seen.filter(({ upstreamStatuses }) => upstreamStatuses[0] === 200).length,
    ).toBeGreaterThanOrEqual(HANDSHAKES)
})
