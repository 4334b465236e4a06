/** Three hundred records of a real instance are brought in, and the node is killed five times meanwhile. The 50,000: tests/long. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { connectMemoryAndInstance, type MemoryAndInstance } from './memory-and-instance.ts'
import { bringInUnderKills } from './processes/backfill-kills.ts'

const RECORDS = 300
const KILLS = 5

let both: MemoryAndInstance

beforeAll(async () => {
  both = await connectMemoryAndInstance({})
}, 300_000)
afterAll(async () => both.close())

test('the node is killed five times at any moment: it goes on where it was, and each record is at the other side once', async () => {
  const run = { records: RECORDS, kills: KILLS, perMinute: 600, killWithinMs: 2500, withinMs: 180_000 }
  const { seenAtKills, opened, pairs, arrived } = await bringInUnderKills(both, run)
  expect(seenAtKills).toHaveLength(KILLS)
  expect({ opened, pairs }).toEqual({ opened: RECORDS, pairs: RECORDS })
  expect(arrived).toHaveLength(RECORDS)
  expect(new Set(arrived).size).toBe(RECORDS)
}, 360_000)
