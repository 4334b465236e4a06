import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'

import { databaseKinds } from '../databases.ts'
import { eventually } from '../faults/company/eventually.ts'
import type { MemoryRecord } from '../trackers/memory/memory-records.ts'
import { sentBy, type SyncCompanies, startSyncCompanies } from './sync-companies.ts'
import { configureSync, pairsOf, storedPairsOf, type SyncCompany, untilRecord, valueOf } from './sync-company.ts'

const STARTING_MS = 120_000
const STORY_MS = 120_000
const HOUR_MS = 3_600_000
const HOURS = 60
const RECORDS = 8

describe.each(databaseKinds())('a weekend, on $name', (kind) => {
  let both: SyncCompanies
  let acme: SyncCompany
  let globex: SyncCompany
  let ids: SyncCompanies['ids']

  beforeAll(() => kind.start())
  afterAll(() => kind.stop())
  beforeEach(async () => {
    both = await startSyncCompanies(kind)
    ;({ acme, globex, ids } = both)
    await configureSync(acme, ids.acme)
    await configureSync(globex, ids.globex)
    for (let place = 0; place < RECORDS; place++)
      acme.tracker.create('incident', { short_description: `record ${place}` })
    await eventually('all are there', async () => globex.tracker.records.all().length === RECORDS || undefined)
    await both.settled()
  }, STARTING_MS)
  afterEach(() => both.close())

  const shiftClocks = (byMs: number) => {
    for (const company of [acme, globex]) company.shiftClock(byMs)
  }
  const databaseOf = (company: SyncCompany) => company.bridge.services.context.database
  const countOf = async (table: 'serial_queue' | 'job'): Promise<number> =>
    (await databaseOf(acme).db.selectFrom(table).selectAll().execute()).length
  const ours = () => acme.tracker.records.all()
  const isWorkedOff = (hour: number) =>
    eventually(`Acme has seen what hour ${hour} brought`, async () => {
      const pairs = await storedPairsOf(databaseOf(acme).db, ids.acme)
      return pairs.every(({ outboundSealed, dueAt }) => outboundSealed !== null && dueAt === null) || undefined
    })
  /** Each record is changed and commented once, and each time it says when. */
  const work = (hour: number) => {
    for (const { id } of ours()) {
      acme.tracker.update('incident', id, { description: `hour ${hour}` })
      if (hour % 20 === 0) acme.tracker.comment('incident', id, `said at hour ${hour}`)
    }
  }
  const wordsOf = ({ entries }: MemoryRecord) => entries.map(({ body }) => body)
  const expectAllEqual = async () => {
    await untilRecord(
      'the last hour has arrived',
      globex,
      (record) => valueOf(record, 'description') === `hour ${HOURS}`,
    )
    await both.settled()
    expect(globex.tracker.records.all().map((record) => valueOf(record, 'description'))).toEqual(
      Array<string>(RECORDS).fill(`hour ${HOURS}`),
    )
    const words = [20, 40, 60].map((hour) => `Ann Author (Acme): said at hour ${hour}`)
    expect(globex.tracker.records.all().map(wordsOf)).toEqual(Array<string[]>(RECORDS).fill(words))
  }

  test(
    'the node of the other side is away: one message of each pair waits, whatever happens, and then all arrives at once',
    async () => {
      const before = await sentBy(acme, ids.acme)
      await globex.restart(async () => {
        for (let hour = 1; hour <= HOURS; hour++) {
          work(hour)
          shiftClocks(hour * HOUR_MS)
          if (hour % 10 === 0) await isWorkedOff(hour)
        }
        expect(await sentBy(acme, ids.acme)).toEqual(before.map((seq) => seq + 1))
        const pairs = await storedPairsOf(databaseOf(acme).db, ids.acme)
        expect(pairs.map(({ outboundSealed }) => outboundSealed !== null)).toEqual(Array(RECORDS).fill(true))
        expect(await countOf('job')).toBeLessThan(RECORDS)
      })
      await expectAllEqual()
      // What waited, and what became of the record meanwhile.
      expect(await sentBy(acme, ids.acme)).toEqual(before.map((seq) => seq + 2))
    },
    STORY_MS,
  )

  test(
    'the instance of the other side sleeps: its node keeps one message of each pair, and writes once it wakes',
    async () => {
      const before = await sentBy(acme, ids.acme)
      globex.tracker.sleep(true)
      for (let hour = 1; hour <= HOURS; hour++) {
        work(hour)
        shiftClocks(hour * HOUR_MS)
        if (hour % 10 === 0) await isWorkedOff(hour)
      }
      expect(await sentBy(acme, ids.acme)).toEqual(before.map((seq) => seq + 1))
      await eventually('all have arrived', async () => {
        const phases = (await pairsOf(acme, ids.acme)).map(({ outbound }) => outbound?.phase)
        return phases.every((phase) => phase === 'received') || undefined
      })
      const there = await storedPairsOf(databaseOf(globex).db, ids.globex)
      expect(there.map(({ inboundSealed }) => inboundSealed !== null)).toEqual(Array(RECORDS).fill(true))
      expect(there.map(({ fault }) => fault)).toEqual(Array(RECORDS).fill(null))
      globex.tracker.sleep(false)
      shiftClocks((HOURS + 1) * HOUR_MS)
      await expectAllEqual()
      expect(await sentBy(acme, ids.acme)).toEqual(before.map((seq) => seq + 2))
    },
    STORY_MS,
  )
})
