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
/** Not the address of the two companies: whoever shares the flood's address shares its limit. */
const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE, localAddress: '127.0.6.1' })

beforeAll(async () => {
  pair = await startPair()
}, 60_000)

afterAll(async () => {
  agent.destroy()
  await pair.close()
})

/** Ten thousand and more, until nobody else is at it. Counts what the garbage was answered with. */
async function flood(url: string, isOver: () => boolean): Promise<Map<number, number>> {
  const statuses = new Map<number, number>()
  let sent = 0
  const caller = async () => {
    while (sent < GARBAGE || !isOver()) {
      sent += 1
      const body = BODIES[sent % BODIES.length] ?? ''
      const { status } = await send(`${url}/node/v1/invitations/${randomUUID()}/redeem`, { body, agent })
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, caller))
  return statuses
}

test('ten thousand garbage redeems from one address: no 5xx, and a good redeem passes while they last', async () => {
  let isOver = false
  const flooding = flood(pair.source.bridge.url, () => isOver)
  const handshaking = shakeHands(pair).then(async (made) => (await untilBothActive(pair, made, 20_000), made))
  const handshake = await handshaking.finally(() => (isOver = true))
  const statuses = await flooding
  expect([...statuses.keys()].filter((status) => status < 400 || status >= 500)).toEqual([])
  const sent = [...statuses.values()].reduce((sum, count) => sum + count, 0)
  expect(sent).toBeGreaterThanOrEqual(GARBAGE)
  expect(statuses.get(429)).toBeGreaterThan(sent / 2)
  expect(await findBrokenLaws(pair, [handshake])).toEqual([])
}, 60_000)
