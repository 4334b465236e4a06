import { randomUUID } from 'node:crypto'

import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { isSettled, pairsOf } from '../../node-bridge/test/stories/sync-company.ts'
import { TABLES } from '../../now-app/src/server/names.ts'
import { connectMemoryAndInstance, type MemoryAndInstance } from './memory-and-instance.ts'
import { until } from './synced-companies.ts'

const STORY_MS = 180_000
/** One for each place of a record. */
const WORDS = ['field', 'comment', 'change', 'note'].map((place) => `planted-${place}-${randomUUID()}`)
const [FIELD = '', COMMENT = '', CHANGE = '', NOTE = ''] = WORDS

let both: MemoryAndInstance
beforeAll(async () => {
  both = await connectMemoryAndInstance({})
}, 300_000)
afterAll(() => both.close())

/** Which of the application's own tables have one of the words in a row. */
async function tablesWith(words: readonly string[]): Promise<readonly string[]> {
  const rows = await Promise.all(
    Object.values(TABLES).map(
      async (table) => [table, JSON.stringify(await both.globex.instance.stored(table))] as const,
    ),
  )
  return rows.filter(([, text]) => words.some((word) => text.includes(word))).map(([table]) => table)
}

test(
  'a word of a record stands in the plan until it is written, and afterwards in none of the application’s tables',
  async () => {
    const { acme, globex, acmeId } = both
    const { timing } = globex.instance.simulator
    const settled = () => until('all is settled', async () => (await pairsOf(acme, acmeId)).every(isSettled))
    timing.set({ paused: true })
    const { id } = acme.tracker.create('incident', { short_description: FIELD })
    acme.tracker.comment('incident', id, COMMENT)
    acme.tracker.comment('incident', id, NOTE, true)
    await until('the plan is there', async () => (await tablesWith(WORDS)).length > 0)
    expect(await tablesWith(WORDS)).toEqual([TABLES.writePlan])
    timing.set({ paused: false })
    await settled()
    acme.tracker.update('incident', id, { description: CHANGE })
    const records = async () => JSON.stringify(await globex.instance.stored('incident'))
    await until('the change is there', async () => (await records()).includes(CHANGE))
    await settled()
    await until('nothing of it is kept', async () => (await tablesWith(WORDS)).length === 0)
    expect(await records()).toContain(FIELD)
  },
  STORY_MS,
)

test('nor in the log of the instance, nor in what its node has logged', async () => {
  const { instance, node } = both.globex
  const log = JSON.stringify(await instance.stored('syslog'))
  for (const word of WORDS) expect([log.includes(word), node.output().includes(word)]).toEqual([false, false])
})
