import { randomUUID } from 'node:crypto'
import { Agent } from 'node:http'

import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { untilBothActive } from '../handshake/agreement.ts'
import { shakeHands } from '../handshake/handshake.ts'
import { findBrokenLaws } from '../handshake/laws.ts'
import { startPair, type Pair } from '../handshake/pair.ts'
import { send } from './send.ts'

const GARBAGE = 10_000
const AT_ONCE = 24
const BODIES = ['{"redeem":"a.b.c"}', '{"redeem":1}', '{', 'null', `{"redeem":"${'x'.repeat(9000)}"}`]

let pair: Pair
const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE })

beforeAll(async () => {
  // The limits count for each replica: a flood over three of them on one machine tries the machine, not the node.
  pair = await startPair({ source: { replicas: 1 } })
}, 60_000)

afterAll(async () => {
  agent.destroy()
  await pair.close()
})

/** Counts what the garbage was answered with. */
async function flood(url: string): Promise<Map<number, number>> {
  const statuses = new Map<number, number>()
  let left = GARBAGE
  const lane = async () => {
    while (left > 0) {
      left -= 1
      const body = BODIES[left % BODIES.length] ?? ''
      const { status } = await send(`${url}/node/v1/invitations/${randomUUID()}/redeem`, { body, agent })
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lane))
  return statuses
}

test('ten thousand garbage redeems from one address: no 5xx, and a good redeem passes while they last', async () => {
  const flooding = flood(pair.source.bridge.url)
  let isOver = false
  void flooding.finally(() => (isOver = true))
  const handshake = await shakeHands(pair)
  await untilBothActive(pair, handshake, 20_000)
  const passedMeanwhile = !isOver
  const statuses = await flooding
  expect([...statuses.keys()].filter((status) => status < 400 || status >= 500)).toEqual([])
  expect([...statuses.values()].reduce((sum, count) => sum + count, 0)).toBe(GARBAGE)
  expect(statuses.get(429)).toBeGreaterThan(GARBAGE / 2)
  expect(passedMeanwhile).toBe(true)
  expect(await findBrokenLaws(pair, [handshake])).toEqual([])
}, 60_000)
