import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'

import type { Db } from '../../src/store/engine/tables.ts'
import { processWritten } from '../../src/sync/incoming/process-written.ts'
import type { SyncContext } from '../../src/sync/items/sync-context.ts'
import { answererOf } from '../../src/sync/worker/answerer.ts'
import type { AppliedWrite, PlanOutcome } from '../../src/trackers/tracker.ts'
import { databaseKinds } from '../databases.ts'
import { eventually } from '../faults/company/eventually.ts'
import { type SyncCompanies, startSyncCompanies } from './sync-companies.ts'
import type { StoredPair } from '../../src/store/sync/sync-pairs.ts'
import type { SyncPair } from '../../src/sync/pairs/sync-pair.ts'
import { configureSync, pairsOf, storedPairsOf } from './sync-company.ts'

const STARTING_MS = 120_000
const STORY_MS = 120_000
const RECORDS = 6
const AWHILE_MS = 20_000

describe.each(databaseKinds())('plans that a tracker reports together, on $name', (kind) => {
  let both: SyncCompanies
  let outcomes: PlanOutcome[]

  beforeAll(() => kind.start())
  afterAll(() => kind.stop())
  beforeEach(async () => {
    both = await startSyncCompanies(kind)
    const { acme, globex, ids } = both
    outcomes = []
    writeLater()
    await configureSync(acme, ids.acme)
    for (let place = 0; place < RECORDS; place++)
      acme.tracker.create('incident', { short_description: `record ${place}` })
    // They are sent in one call once Globex has rules, and so they are written together.
    await eventually('Acme has all to send', async () => {
      const pairs = await pairsOf(acme, ids.acme)
      return pairs.filter(({ outbound }) => outbound !== null).length === RECORDS || undefined
    })
    await configureSync(globex, ids.globex)
    await eventually('Globex has written all', async () => {
      const stored = await storedPairsOf(globex.bridge.services.context.database.db, ids.globex)
      return (outcomes.length === RECORDS && stored.every(isAwaited)) || undefined
    })
  }, STARTING_MS)
  afterEach(() => both.close())

  /** The tracker of Globex writes, and says only that it will. */
  function writeLater(): void {
    const { tracker } = both.globex
    const apply = tracker.apply.bind(tracker)
    // Nobody notifies its node of what it has written: that would be another write of the pair.
    tracker.loseNotices(true)
    tracker.records.all = () => []
    tracker.apply = async (writes): Promise<readonly AppliedWrite[]> => {
      const applied = await apply(writes)
      for (const [place, { id: planId, table, recordId }] of writes.entries()) {
        const written = applied[place]
        if (written && written.kind !== 'waiting') outcomes.push({ planId, table, recordId, written })
      }
      return writes.map(() => ({ kind: 'waiting' }))
    }
  }

  const isAwaited = ({ pair, dueAt }: StoredPair): boolean =>
    (pair as SyncPair).inbound?.phase === 'planned' && (dueAt?.getTime() ?? 0) > Date.now() + AWHILE_MS

  /** Of Globex. `before`: what else happens as the nth transaction begins. Answers how many there were. */
  async function process(before: (transaction: Db, nth: number) => Promise<void> = async () => undefined) {
    const { sync } = both.globex.bridge.services
    let transactions = 0
    const counted: SyncContext = {
      ...sync,
      database: {
        ...sync.database,
        transaction: (work) =>
          sync.database.transaction(async (transaction) => {
            await before(transaction, (transactions += 1))
            return work(transaction)
          }),
      },
    }
    await processWritten(counted, outcomes, answererOf(sync, both.globex.tracker))
    return transactions
  }
  const stateOfAll = async () => (await pairsOf(both.globex, both.ids.globex)).map(({ state }) => state)
  const expectAllLinked = async () => {
    await both.settled()
    expect(await stateOfAll()).toEqual(Array(RECORDS).fill('linked'))
    expect((await pairsOf(both.acme, both.ids.acme)).map(({ remote }) => remote !== null)).toEqual(
      Array(RECORDS).fill(true),
    )
  }

  test(
    'are concluded in one transaction, and reported once more change nothing',
    async () => {
      expect(await process()).toBe(1)
      expect(await stateOfAll()).toEqual(Array(RECORDS).fill('linked'))
      expect(await process()).toBe(0)
      await expectAllLinked()
    },
    STORY_MS,
  )

  test(
    'a pair that somebody else writes at the same moment is concluded by what it is then, and the others are not touched',
    async () => {
      const disturbed = outcomes[2]?.recordId ?? ''
      const transactions = await process(async (transaction, nth) => {
        if (nth === 1)
          await transaction
            .updateTable('sync_pair')
            .set((expression) => ({ version: expression('version', '+', 1) }))
            .where('record_id', '=', disturbed)
            .execute()
      })
      expect(transactions).toBe(2)
      await expectAllLinked()
    },
    STORY_MS,
  )

  test(
    'scripts that cannot run for one leave the others as they are written, and say so',
    async () => {
      const { sync } = both.globex.bridge.services
      const failing = outcomes[1]?.recordId ?? ''
      const sandbox: SyncContext['sandbox'] = {
        ...sync.sandbox,
        run: async (run, answer) => {
          if (run.input.includes(failing)) throw new Error('no room')
          return sync.sandbox.run(run, answer)
        },
      }
      const work = processWritten({ ...sync, sandbox }, outcomes, answererOf(sync, both.globex.tracker))
      await expect(work).rejects.toThrow('no room')
      expect((await stateOfAll()).filter((state) => state === 'linked')).toHaveLength(RECORDS - 1)
      await process()
      await expectAllLinked()
    },
    STORY_MS,
  )
})
