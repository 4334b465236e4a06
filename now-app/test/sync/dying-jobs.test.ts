import { randomUUID } from 'node:crypto'

import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals'

import { INCIDENT_ACCESS, planOf, syncInstance, type SyncInstance } from './sync-instance.ts'

const MINUTE = 60_000
/** More than a plan with two entries writes. */
const WRITES = 14
const BODIES = ['first', 'second']

let sync: SyncInstance
let pendingSeen = 0

beforeAll(async () => {
  sync = await syncInstance()
}, 300_000)
afterAll(() => sync.close())
beforeEach(() => sync.allow('incident', INCIDENT_ACCESS))

afterEach(() => sync.instance.simulator.clock.set(Date.now()))

/** A plan is given to a job that dies after so many writes. Answers its pair, which is the summary of its record as well. */
async function dieAfter(writes: number): Promise<string> {
  const pair = randomUUID()
  const entries = BODIES.map((body, at) => ({ key: `k${at}`, journal: 'comments', body }))
  sync.instance.simulator.timing.set({ endJobAfterWrites: writes })
  await sync.apply(planOf({ pair, fields: { short_description: pair }, entries }))
  await sync.settled()
  return pair
}

/** What a pull finds waiting runs once more. */
async function runAgain(writes: number | null = null): Promise<void> {
  sync.instance.simulator.timing.set({ endJobAfterWrites: writes })
  await sync.pull()
  await sync.settled()
}

async function textsIn(summary: string): Promise<readonly (readonly (string | undefined)[])[]> {
  const made = (await sync.instance.stored('incident')).filter((row) => row['short_description'] === summary)
  const entries = await sync.instance.stored('sys_journal_field')
  return made.map(({ sys_id: id }) => entries.filter((row) => row['element_id'] === id).map((row) => row['value']))
}

const EACH = Array.from({ length: WRITES }, (_, at) => at + 1)

test.each(EACH)('a job that dies after write %i leaves one record with each entry once, in order', async (writes) => {
  const pair = await dieAfter(writes)
  sync.instance.simulator.clock.advance(2 * MINUTE)
  await runAgain()
  expect(await textsIn(pair)).toEqual([BODIES])
})

test.each(EACH)('nobody waits for a job that died after write %i before the clock was set back', async (writes) => {
  const { clock } = sync.instance.simulator
  clock.advance(4 * MINUTE)
  const pair = await dieAfter(writes)
  clock.advance(-4 * MINUTE)
  await runAgain()
  expect(await textsIn(pair)).toEqual([BODIES])
})

test.each(EACH)(
  'an entry that is written after the clock was set back, by a job that dies after write %i, is not written again',
  async (writes) => {
    const { clock } = sync.instance.simulator
    clock.advance(4 * MINUTE)
    // The claim, the record and the first entry are intended.
    const pair = await dieAfter(3)
    clock.advance(-4 * MINUTE)
    await runAgain(writes)
    clock.advance(2 * MINUTE)
    await runAgain()
    expect(await textsIn(pair)).toEqual([BODIES])
  },
)

test.each(EACH)(
  'an entry of a job that died after write %i is never read as one that people here have written',
  async (writes) => {
    const pair = await dieAfter(writes)
    const [made] = (await sync.instance.stored('incident')).filter((row) => row['short_description'] === pair)
    if (made) {
      const [answer] = await sync.read({ table: 'incident', id: made['sys_id'] ?? '' })
      for (const { key, pending } of answer?.record?.entries ?? []) {
        if (pending === true) pendingSeen += 1
        expect(key !== undefined || pending === true).toBe(true)
      }
    }
    sync.instance.simulator.clock.advance(2 * MINUTE)
    await runAgain()
    const [again] = await sync.read({ table: 'incident', id: await idOf(pair) })
    // Entries of one second stand in no order.
    expect(again?.record?.entries.map(({ key, pending }) => `${key} ${pending}`).toSorted()).toEqual([
      'k0 undefined',
      'k1 undefined',
    ])
  },
)

test('some of these jobs have died just behind an entry', () => {
  expect(pendingSeen).toBeGreaterThan(0)
})

const idOf = async (summary: string): Promise<string> =>
  (await sync.instance.stored('incident')).find((row) => row['short_description'] === summary)?.['sys_id'] ?? ''
