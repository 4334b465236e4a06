import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { sql } from 'kysely'

import { databaseKinds } from '../databases.ts'
import { eventually } from '../faults/company/eventually.ts'
import { type SyncCompanies, startSyncCompanies } from './sync-companies.ts'
import { configureSync, type SyncCompany, valueOf } from './sync-company.ts'

const STARTING_MS = 120_000
const STORY_MS = 180_000
const RECORDS = 120
const ROUNDS = 2

describe.each(databaseKinds())('both sides edit all their records at once, on $name', (kind) => {
  let both: SyncCompanies

  beforeAll(async () => {
    await kind.start()
    both = await startSyncCompanies(kind)
    await configureSync(both.acme, both.ids.acme)
    await configureSync(both.globex, both.ids.globex)
  }, STARTING_MS)
  afterAll(async () => {
    await both.close()
    await kind.stop()
  })

  /** One line for each record, as whoever looks for a difference would write it. */
  const linesOf = ({ tracker }: SyncCompany) =>
    tracker.records
      .all()
      .map((record) => [valueOf(record, 'short_description'), valueOf(record, 'description'), record.entries.length])
      .map((line) => line.join(' '))
      .toSorted()
  const untilEqual = (what: string, entries: number) =>
    eventually(
      what,
      async () => {
        const [ours, theirs] = [linesOf(both.acme), linesOf(both.globex)]
        const isThrough = ours.length === RECORDS && ours.every((line) => line.endsWith(` ${entries}`))
        return (isThrough && ours.join('\n') === theirs.join('\n')) || undefined
      },
      { withinMs: STORY_MS / 2, everyMs: 200 },
    )
  const deadlocksAt = async ({ bridge }: SyncCompany): Promise<number> => {
    const count = sql<{ deadlocks: string }>`
      select deadlocks from pg_stat_database where datname = current_database()`
    const { rows } = await count.execute(bridge.services.context.database.db)
    return Number(rows[0]?.deadlocks)
  }

  test(
    'all end equal, with each comment once, and no transaction waits for another in a circle',
    async () => {
      const { acme, globex } = both
      for (let place = 0; place < RECORDS; place++)
        acme.tracker.create('incident', { short_description: `record ${place}`, description: '' })
      await untilEqual('all are at both sides', 0)
      for (let round = 1; round <= ROUNDS; round++) {
        for (const { tracker } of [acme, globex])
          for (const { id } of tracker.records.all()) {
            const field = tracker === acme.tracker ? 'short_description' : 'description'
            tracker.update('incident', id, { [field]: `round ${round}` })
            tracker.comment('incident', id, `said in round ${round}`)
          }
        await untilEqual(`round ${round} is at both sides`, round * 2)
      }
      await both.settled()
      expect(new Set([...linesOf(acme), ...linesOf(globex)])).toEqual(
        new Set([`round ${ROUNDS} round ${ROUNDS} ${ROUNDS * 2}`]),
      )
      if (kind.name === 'PostgreSQL')
        expect(await Promise.all([deadlocksAt(acme), deadlocksAt(globex)])).toEqual([0, 0])
    },
    STORY_MS,
  )
})
