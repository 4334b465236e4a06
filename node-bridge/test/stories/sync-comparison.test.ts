import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'

import { eventually } from '../faults/company/eventually.ts'
import { backupKinds } from './backups.ts'
import type { MemoryRecord } from '../trackers/memory/memory-records.ts'
import { type RestorableCompanies, startRestorableCompanies } from './sync-companies.ts'
import { pairsOf, type SyncCompany, valueOf } from './sync-company.ts'

const STARTING_MS = 120_000
const STORY_MS = 240_000
const keyOf = (record: MemoryRecord | undefined): string => (record ? String(valueOf(record, 'number')) : '')
/** Who could not reach the other side tries again ever later. */
const PATIENTLY = { withinMs: 120_000 }
const ACTOR = { actor: 'abel.tuter' }

describe.each(backupKinds())('what differs after a node was restored, on $name', (kind) => {
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
  const cut = (isCut: boolean) => both.cut(isCut)
  const summaryOf = ({ tracker }: SyncCompany, key: string) =>
    valueOf(tracker.records.all().find((record) => keyOf(record) === key) ?? fail(key), 'short_description')
  const fail = (key: string): never => {
    throw new Error(`There is no ${key}`)
  }
  /** Of each record of Acme, the key at Globex. */
  const partners = async (): Promise<ReadonlyMap<string, string>> => {
    const { items } = await globex.client.call('listSyncItems', {
      params: { connectionId: ids.globex },
      query: { limit: '200' },
    })
    return new Map(items.map(({ local, remote }) => [remote.key ?? '', local.key ?? '']))
  }
  /** So many records at both sides, then a backup of one, and after that changes at both that nobody brings over before it is restored. */
  const prepare = async (count: number) => {
    for (let number = 0; number < count; number++)
      acme.tracker.create('incident', { short_description: `incident ${number}` })
    await eventually('all are at Globex', async () => globex.tracker.records.all().length === count || undefined)
    await settled()
    return { ours: acme.tracker.records.all(), theirs: await partners() }
  }
  const comparisonAt = (company: SyncCompany, connectionId: string) =>
    company.client.call('readComparison', { params: { connectionId } })
  const undecided = async () =>
    (await comparisonAt(globex, ids.globex)).comparison?.state === 'waiting' &&
    (await comparisonAt(globex, ids.globex)).comparison?.open === 0
      ? comparisonAt(globex, ids.globex)
      : undefined

  test.each(['acme', 'globex'] as const)(
    'waits for a person where more than one in a hundred differs, and nothing is overwritten before (%s restored)',
    async (restored) => {
      const { ours, theirs } = await prepare(4)
      const company = restored === 'acme' ? acme : globex
      const copy = await kind.backUp(company)
      const [first, second] = ours
      const [one, other] = [theirs.get(keyOf(first)) ?? '', theirs.get(keyOf(second)) ?? '']
      const rowOf = (key: string) => globex.tracker.records.all().find((record) => keyOf(record) === key)?.id ?? ''
      acme.tracker.comment('incident', first?.id ?? '', 'said before the restore')
      await settled()
      cut(true)
      acme.tracker.update('incident', first?.id ?? '', { short_description: 'changed at Acme' })
      globex.tracker.update('incident', rowOf(one), { short_description: 'changed at Globex' })
      globex.tracker.update('incident', rowOf(other), { short_description: 'changed at Globex, too' })
      await kind.restore(company, copy)
      cut(false)
      const view = await eventually('Globex waits for a person', undecided, PATIENTLY)
      expect(view.comparison).toMatchObject({ total: 4, open: 0, differing: 2 })
      expect(view.comparison?.reason).toBe(restored === 'acme' ? 'restored_there' : 'restored_here')
      expect(view.records.map(({ localKey, paths }) => [localKey, paths])).toEqual(
        expect.arrayContaining([
          [one, ['/summary']],
          [other, ['/summary']],
        ]),
      )
      expect(JSON.stringify(view)).not.toContain('changed at')
      expect([summaryOf(globex, one), summaryOf(globex, other)]).toEqual([
        'changed at Globex',
        'changed at Globex, too',
      ])
      // Whoever retries what waits here for any reason has not agreed to that.
      const params = { connectionId: ids.globex }
      await globex.client.call('retrySyncItems', { params, body: ACTOR })
      expect((await eventually('it still waits', undecided)).comparison?.differing).toBe(2)

      await globex.client.call('goOnComparing', { params, body: ACTOR })
      await settled()
      expect((await comparisonAt(globex, ids.globex)).comparison).toBeNull()
      for (const [key, partner] of theirs) expect(summaryOf(globex, partner)).toBe(summaryOf(acme, key))
      expect(summaryOf(globex, one)).toBe('changed at Acme')
      expect(globex.tracker.records.all()).toHaveLength(4)
      expect(acme.tracker.records.all()).toHaveLength(4)
      const entries = globex.tracker.records.all().flatMap((record) => record.entries.map(({ body }) => body))
      expect(entries).toEqual(['Ann Author (Acme): said before the restore'])
      expect((await pairsOf(globex, ids.globex)).every(({ isComparing }) => !isComparing)).toBe(true)
    },
    STORY_MS,
  )

  test(
    'goes on by itself where no more than one in a hundred differs, after all were compared',
    async () => {
      const { ours, theirs } = await prepare(101)
      const copy = await kind.backUp(acme)
      const first = ours[0]
      cut(true)
      acme.tracker.update('incident', first?.id ?? '', { short_description: 'changed at Acme' })
      await kind.restore(acme, copy)
      cut(false)
      await eventually(
        'Globex has it',
        async () => summaryOf(globex, theirs.get(keyOf(first)) ?? '') === 'changed at Acme' || undefined,
        PATIENTLY,
      )
      await settled()
      expect((await comparisonAt(globex, ids.globex)).comparison).toBeNull()
      for (const [key, partner] of theirs) expect(summaryOf(globex, partner)).toBe(summaryOf(acme, key))
      expect(globex.tracker.records.all()).toHaveLength(101)
    },
    STORY_MS,
  )
})
