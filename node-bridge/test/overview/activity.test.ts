import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'

import { forgetExpired } from '../../src/jobs/housekeeping.ts'
import { createActivityTallies } from '../../src/overview/activity-tallies.ts'
import { type Database, openDatabase } from '../../src/store/engine/database.ts'
import type { SteppedItem } from '../../src/store/sync/item-events.ts'
import { type Activity, listActivity, listLastMoved } from '../../src/store/sync/sync-activity.ts'
import { databaseKinds } from '../databases.ts'

const HOUR_MS = 3_600_000
const NOW = Date.parse('2026-05-04T10:20:00.000Z')
const THIS_HOUR = Date.parse('2026-05-04T10:00:00.000Z')

const step = (event: string, more: Partial<SteppedItem> & { readonly tookMs?: number } = {}): SteppedItem => {
  const { tookMs, ...rest } = more
  const details = tookMs === undefined ? {} : { tookMs }
  return { itemId: 'i1', connectionId: 'c1', at: new Date(NOW), event, details, ...rest }
}
const sorted = (rows: readonly Activity[]) =>
  rows
    .map(({ connectionId, hourMs, kind, upToMs, count }) => [connectionId, hourMs, kind, upToMs, count].join(' '))
    .toSorted()

describe.each(databaseKinds())('what has moved on $name', (kind) => {
  let database: Database
  let other: Database
  beforeAll(() => kind.start())
  beforeEach(async () => {
    const location = await kind.fresh()
    database = await openDatabase(location)
    // The embedded database has one process: there the other replica is another count of the same one.
    other = database.dialect === 'sqlite' ? database : await openDatabase(location)
  })
  afterEach(async () => {
    await database.close()
    if (other !== database) await other.close()
  })
  afterAll(() => kind.stop())

  const stored = async (ids: readonly string[] = ['c1', 'c2']) => sorted(await listActivity(database.db, ids, 0))

  test('what two replicas write at the same time adds up, each in its own order of seeing it', async () => {
    const [ours, theirs] = [createActivityTallies(), createActivityTallies()]
    const connections = Array.from({ length: 120 }, (_, at) => `c${at}`)
    for (let round = 0; round < 3; round += 1) {
      ours.note(connections.map((connectionId) => step('appliedThere', { connectionId, tookMs: 120 })))
      theirs.note(connections.toReversed().map((connectionId) => step('appliedThere', { connectionId, tookMs: 130 })))
      await Promise.all([ours.save(database), theirs.save(other)])
    }
    const all = await listActivity(database.db, connections, THIS_HOUR)
    expect(all).toHaveLength(120)
    expect(new Set(all.map(({ upToMs, count }) => `${upToMs} ${count}`))).toEqual(new Set(['200 6']))
  })

  test('each kind, hour and duration has its own count, and what is no change has none', async () => {
    const tallies = createActivityTallies()
    tallies.note([
      step('changed'),
      step('sent'),
      step('appliedThere', { tookMs: 40 }),
      step('appliedThere', { tookMs: 86_400_001 }),
      step('appliedThere'),
      step('applied', { connectionId: 'c2' }),
      step('held', { at: new Date(NOW + HOUR_MS) }),
    ])
    await tallies.save(database)
    expect(await stored()).toEqual(
      [
        `c1 ${THIS_HOUR} sent 50 1`,
        `c1 ${THIS_HOUR} sent 86400000 1`,
        `c1 ${THIS_HOUR} sent 0 1`,
        `c2 ${THIS_HOUR} received 0 1`,
        `c1 ${THIS_HOUR + HOUR_MS} held 0 1`,
      ].toSorted(),
    )
  })

  test('what could not be written is written the next time, with what came meanwhile', async () => {
    const tallies = createActivityTallies()
    tallies.note([step('applied')])
    const broken = { transaction: () => Promise.reject(new Error('the disk is full')) }
    const failing = tallies.save(broken)
    tallies.note([step('applied')])
    await expect(failing).rejects.toThrow('the disk is full')
    expect(await stored()).toEqual([])
    await tallies.save(database)
    await tallies.save(database)
    expect(await stored()).toEqual([`c1 ${THIS_HOUR} received 0 2`])
    expect(await listLastMoved(database.db, 9)).toEqual(['c1'])
  })

  test('connections that moved last come first, and a replica that is late moves none of them back', async () => {
    const [ours, late] = [createActivityTallies(), createActivityTallies()]
    ours.note([
      step('applied', { at: new Date(NOW + 2) }),
      step('applied', { connectionId: 'c2', at: new Date(NOW + 1) }),
    ])
    late.note([step('applied', { at: new Date(NOW - 5) }), step('applied', { connectionId: 'c3' })])
    await ours.save(database)
    await late.save(other)
    expect(await listLastMoved(database.db, 9)).toEqual(['c1', 'c2', 'c3'])
    expect(await listLastMoved(database.db, 1)).toEqual(['c1'])
  })

  test('a month later the housekeeping forgets it, and nothing before', async () => {
    const tallies = createActivityTallies()
    tallies.note([step('applied'), step('applied', { connectionId: 'c2', at: new Date(NOW + 2 * HOUR_MS) })])
    await tallies.save(database)
    const after = (ms: number) =>
      forgetExpired(database.db, new Date(NOW + 31 * 24 * HOUR_MS + ms), { keepMessagesDays: 0 })
    await after(-HOUR_MS)
    expect(await stored()).toHaveLength(2)
    await after(1)
    expect(await stored()).toEqual([`c2 ${THIS_HOUR + 2 * HOUR_MS} received 0 1`])
    expect(await listLastMoved(database.db, 9)).toEqual(['c2'])
  })
})
