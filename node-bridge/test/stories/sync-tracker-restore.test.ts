import { jest, afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'

import { processNotices } from '../../src/sync/outgoing/process-notices.ts'
import { eventually } from '../faults/company/eventually.ts'
import { backupKinds } from './backups.ts'
import { type RestorableCompanies, startRestorableCompanies } from './sync-companies.ts'
import { pairsOf, storedPairsOf, type SyncCompany, valueOf } from './sync-company.ts'

const STARTING_MS = 120_000
const STORY_MS = 120_000
const FIRST = ['incident 0', 'incident 1', 'incident 2']
const CHANGED = ['changed since', 'changed since, too', 'incident 2']
const isEqual = (one: readonly unknown[], other: readonly unknown[]) => JSON.stringify(one) === JSON.stringify(other)
const ACTOR = { actor: 'abel.tuter' }

describe.each(backupKinds())('notices and trackers of another time, on $name', (kind) => {
  let both: RestorableCompanies
  let acme: SyncCompany
  let globex: SyncCompany
  let ids: { readonly acme: string; readonly globex: string }

  beforeAll(() => kind.start())
  beforeEach(async () => {
    both = await startRestorableCompanies(kind)
    ;({ acme, globex, ids } = both)
  }, STARTING_MS)
  afterEach(() => both.close())
  afterAll(() => kind.stop())

  const settled = () => both.settled()
  const summariesOf = ({ tracker }: SyncCompany) =>
    tracker.records
      .all()
      .map((record) => valueOf(record, 'short_description'))
      .toSorted()
  const entriesAt = ({ tracker }: SyncCompany) =>
    tracker.records
      .all()
      .flatMap((record) => record.entries.map(({ body }) => body))
      .toSorted()
  const prepare = async (count: number) => {
    for (let number = 0; number < count; number++)
      acme.tracker.create('incident', { short_description: `incident ${number}` })
    await eventually('all are at Globex', async () => globex.tracker.records.all().length === count || undefined)
    await settled()
  }
  const comparison = async () =>
    (await globex.client.call('readComparison', { params: { connectionId: ids.globex } })).comparison

  test.each(['acme', 'globex'] as const)(
    'a tracker is restored (%s): its pairs are compared, and nothing is overwritten before a person agrees',
    async (restored) => {
      await prepare(3)
      const company = restored === 'acme' ? acme : globex
      const [first, second] = acme.tracker.records.all()
      acme.tracker.comment('incident', first?.id ?? '', 'said before the backup')
      await eventually('it is there', async () => entriesAt(globex).length === 1 || undefined)
      await settled()
      const restore = company.tracker.records.backUp()
      acme.tracker.update('incident', first?.id ?? '', { short_description: 'changed since' })
      acme.tracker.update('incident', second?.id ?? '', { short_description: 'changed since, too' })
      acme.tracker.comment('incident', first?.id ?? '', 'said since')
      await settled()
      await eventually('Globex has all of it', async () => isEqual(summariesOf(globex), CHANGED) || undefined)
      await eventually('and the comment', async () => entriesAt(globex).length === 2 || undefined)
      await settled()
      const before = restored === 'acme' ? CHANGED : FIRST
      restore()
      const found = await eventually('Globex waits for a person', async () => {
        const now = await comparison()
        return now?.state === 'waiting' && now.differing === 2 ? now : undefined
      })
      expect(found).toMatchObject({ reason: 'forgotten', total: 3 })
      expect(summariesOf(globex)).toEqual(before)
      await globex.client.call('goOnComparing', { params: { connectionId: ids.globex }, body: ACTOR })
      await settled()
      expect(summariesOf(globex)).toEqual(summariesOf(acme))
      expect(summariesOf(acme)).toEqual(restored === 'acme' ? FIRST : CHANGED)
      expect(entriesAt(globex)).toEqual(['Ann Author (Acme): said before the backup', 'Ann Author (Acme): said since'])
      expect(acme.tracker.records.all()).toHaveLength(3)
      expect(globex.tracker.records.all()).toHaveLength(3)
    },
    STORY_MS,
  )

  test(
    'a notice that comes a hundred times costs nothing: no script runs, nothing is written, nothing is sent',
    async () => {
      await prepare(1)
      const [record] = acme.tracker.records.all()
      const { sync, context } = acme.bridge.services
      const { db } = context.database
      const events = async () =>
        Number(
          (
            await db
              .selectFrom('item_event')
              .select(({ fn }) => fn.countAll().as('count'))
              .executeTakeFirstOrThrow()
          ).count,
        )
      const state = async () => JSON.stringify([await storedPairsOf(db, ids.acme), await events()])
      const before = await state()
      const theirs = JSON.stringify(await pairsOf(globex, ids.globex))
      const runs = jest.spyOn(sync.sandbox, 'run')
      const calls = globex.proxy.seen.length
      const notice = { table: 'incident', id: record?.id ?? '', version: String(record?.version), triggers: [] }
      for (let count = 0; count < 100; count++) await processNotices(sync, [notice, notice])
      expect(await state()).toBe(before)
      expect(runs).not.toHaveBeenCalled()
      // One that nobody has looked at is looked at, once for all that came together, and nothing is sent.
      await processNotices(
        sync,
        Array.from({ length: 100 }, () => ({ table: 'incident', id: record?.id ?? '', triggers: [] })),
      )
      await settled()
      expect(runs).toHaveBeenCalledTimes(1)
      expect(globex.proxy.seen.slice(calls).filter((each) => JSON.stringify(each).includes('/exchange'))).toEqual([])
      expect(JSON.stringify(await pairsOf(globex, ids.globex))).toBe(theirs)
    },
    STORY_MS,
  )
})
