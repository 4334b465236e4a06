import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'

import { eventually } from '../faults/company/eventually.ts'
import { backupKinds } from './backups.ts'
import { type RestorableCompanies, startRestorableCompanies } from './sync-companies.ts'
import { isSettled, pairsOf, type SyncCompany, valueOf } from './sync-company.ts'

const STARTING_MS = 120_000
const STORY_MS = 240_000
const PATIENTLY = { withinMs: 120_000 }
const ACTOR = { actor: 'abel.tuter' }

describe.each(backupKinds())('pairs that began after the backup of a node, on $name', (kind) => {
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

  const sides = () =>
    [
      [acme, ids.acme],
      [globex, ids.globex],
    ] as const
  /** A person agrees wherever somebody waits for it. */
  const settled = () =>
    eventually(
      'all is settled',
      async () => {
        for (const [company, connectionId] of sides()) {
          const { comparison } = await company.client.call('readComparison', { params: { connectionId } })
          if (comparison?.state === 'waiting' && comparison.open === 0)
            await company.client.call('goOnComparing', { params: { connectionId }, body: ACTOR })
          const pairs = await pairsOf(company, connectionId)
          if (!pairs.every(isSettled) || pairs.some(({ fault }) => fault)) return undefined
        }
        return true
      },
      PATIENTLY,
    )
  const recordsOf = ({ tracker }: SyncCompany) =>
    tracker.records
      .all()
      .map((record) => valueOf(record, 'short_description'))
      .toSorted()
  const entriesOf = ({ tracker }: SyncCompany) =>
    tracker.records
      .all()
      .flatMap(({ entries }) => entries.map(({ body }) => body))
      .toSorted()
  const cut = (isCut: boolean) => both.cut(isCut)
  const ofBoth = ['made at Acme', 'made at Globex', 'of before']

  test.each([
    ['acme', 'its own scan comes first'],
    ['acme', 'the other side comes first'],
    ['globex', 'its own scan comes first'],
    ['globex', 'the other side comes first'],
  ] as const)(
    'are found again, and no record and no comment is there twice (%s restored, %s)',
    async (restored, first) => {
      acme.tracker.create('incident', { short_description: 'of before' })
      await eventually('it is at Globex', async () => recordsOf(globex).length === 1 || undefined, PATIENTLY)
      await settled()
      const company = restored === 'acme' ? acme : globex
      const copy = await kind.backUp(company)
      const made = acme.tracker.create('incident', { short_description: 'made at Acme' })
      acme.tracker.comment('incident', made.id, 'said at Acme')
      globex.tracker.create('incident', { short_description: 'made at Globex' })
      await eventually(
        'both have all',
        async () => (recordsOf(acme).length === 3 && recordsOf(globex).length === 3) || undefined,
        PATIENTLY,
      )
      await eventually('and the comment', async () => entriesOf(globex).length === 1 || undefined, PATIENTLY)
      await settled()
      const isFirst = first === 'its own scan comes first'
      if (isFirst) cut(true)
      else company.tracker.sleep(true)
      await kind.restore(company, copy)
      if (isFirst)
        await eventually(
          'the scan has found them',
          async () => (await pairsOf(company, restored === 'acme' ? ids.acme : ids.globex)).length === 3 || undefined,
          PATIENTLY,
        )
      cut(false)
      company.tracker.sleep(false)
      await eventually(
        'both sides have three pairs that go on',
        async () => {
          await settled()
          for (const [each, connectionId] of sides()) {
            const open = (await pairsOf(each, connectionId)).filter(({ state }) => state === 'linked')
            if (open.length !== 3) return undefined
          }
          return true
        },
        PATIENTLY,
      )
      expect(recordsOf(acme)).toEqual(ofBoth)
      expect(recordsOf(globex)).toEqual(ofBoth)
      expect(entriesOf(globex)).toEqual(['Ann Author (Acme): said at Acme'])
      acme.tracker.update('incident', made.id, { short_description: 'made at Acme, changed' })
      await eventually(
        'changes go on',
        async () => recordsOf(globex).includes('made at Acme, changed') || undefined,
        PATIENTLY,
      )
      expect(recordsOf(globex)).toHaveLength(3)
    },
    STORY_MS,
  )
})
