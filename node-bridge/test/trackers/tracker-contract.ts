import { randomUUID } from 'node:crypto'

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'

import { recordIdOf } from '../../src/trackers/record-id.ts'
import type { ChangeNotice, PlannedWrite, PlanOutcome, Tracker, Watcher } from '../../src/trackers/tracker.ts'
import type { WritePlan } from '../../src/trackers/record.ts'
import { eventually } from '../faults/company/eventually.ts'

/** A tracker under test, and what people do in it. It has a table `incident`, and none `secret`. */
export interface TrackerUnderTest {
  readonly tracker: Tracker
  readonly create: (summary: string) => Promise<string>
  readonly update: (id: string, summary: string) => Promise<void>
  readonly comment: (id: string, body: string, isInternal: boolean) => Promise<void>
  readonly remove: (id: string) => Promise<void>
  readonly loseNotices: () => void
  readonly close: () => Promise<void>
}

const text = (value: string) => ({ type: 'text', value }) as const
const planOf = (summary: string, more: Partial<WritePlan> = {}): WritePlan => ({
  fields: { short_description: text(summary) },
  entries: [],
  files: null,
  removesFiles: false,
  syncBack: false,
  unlink: false,
  ...more,
})
/** `recordId` null: the record that the pair makes. */
const writeOf = (
  recordId: string | null,
  onVersion: string | null,
  plan: WritePlan,
  pair: string = randomUUID(),
): PlannedWrite => ({
  id: randomUUID(),
  pair,
  table: 'incident',
  recordId: recordId ?? recordIdOf(pair, 'incident'),
  onVersion,
  plan,
})

const byBody = ([left]: readonly [string, boolean], [right]: readonly [string, boolean]): number =>
  left.localeCompare(right)

const SINCE = new Date(Date.now() - 60_000)

/** A watcher that takes everything and keeps nothing, but for what it is given. */
const watcherWith = (more: Partial<Watcher> = {}): Watcher => ({
  triggers: async () => [],
  onNotices: async () => undefined,
  onWritten: async () => undefined,
  hasPairs: async () => true,
  loadMarks: async () => ({}),
  saveMarks: async () => undefined,
  listPaired: async () => ({ records: [] }),
  listReports: async () => [],
  onReported: async () => undefined,
  onBack: async () => undefined,
  ...more,
})

/** What every tracker has to do, whichever it is. */
export function describeTracker(name: string, start: () => Promise<TrackerUnderTest>): void {
  describe(`${name} as a tracker`, () => {
    let under: TrackerUnderTest
    beforeEach(async () => {
      under = await start()
    })
    afterEach(() => under.close())

    const readOne = async (id: string) => {
      const [read] = await under.tracker.read([{ table: 'incident', id }])
      return read
    }
    const recordOf = async (id: string) => {
      const read = await readOne(id)
      if (read?.kind !== 'record') throw new Error(JSON.stringify(read))
      return read
    }
    /** What became of it, at once or later. `meanwhile`: before anybody asks after a plan that waits. */
    const apply = async (write: PlannedWrite, meanwhile: () => Promise<void> = async () => undefined) => {
      const [applied] = await under.tracker.apply([write])
      await meanwhile()
      if (applied?.kind !== 'waiting') return applied
      const outcomes: PlanOutcome[] = []
      const onWritten = async (written: readonly PlanOutcome[]) => void outcomes.push(...written)
      const stop = under.tracker.watch(watcherWith({ onWritten }))
      const outcome = await eventually('the plan is through', async () =>
        outcomes.find(({ planId }) => planId === write.id),
      )
      await stop()
      expect(outcome).toMatchObject({ table: write.table, recordId: write.recordId })
      return outcome.written
    }

    test('reads each record in its place, a draft, one that is gone, and no table that it may not', async () => {
      const id = await under.create('Mail is down')
      const places = [
        { table: 'incident', id: 'f'.repeat(32) },
        { table: 'incident', id },
        { table: 'incident' },
        { table: 'secret', id },
      ]
      const [gone, record, draft, secret] = await under.tracker.read(places)
      expect(gone).toEqual({ kind: 'gone' })
      expect(record).toMatchObject({ kind: 'record', record: { fields: { short_description: text('Mail is down') } } })
      expect(draft).toMatchObject({ kind: 'draft', record: { key: '', comments: [], files: [] } })
      expect(secret).toMatchObject({ kind: 'refused', code: 'access_missing' })
    })

    test('counts what a condition finds, and takes none that it does not understand or may not ask', async () => {
      const summary = randomUUID()
      for (let times = 0; times < 2; times++) await under.create(summary)
      expect(await under.tracker.check('incident', `short_description=${summary}`)).toEqual({
        kind: 'matching',
        count: 2,
        newest: [expect.any(String), expect.any(String)],
        texts: [summary, summary],
      })
      const [, , middle = ''] = summary.split('-')
      expect(await under.tracker.check('incident', '', `-${middle}-${summary.split('-')[3] ?? ''}-`)).toMatchObject({
        kind: 'matching',
        count: 2,
        texts: [summary, summary],
      })
      for (const words of ['javascript:gs.log(1)', 'a^ORnumberISNOTEMPTY', '%', '<img src=x>'])
        expect(await under.tracker.check('incident', '', words)).toMatchObject({
          kind: 'matching',
          count: 0,
          newest: [],
        })
      expect(await under.tracker.check('incident', 'no_such_field=1')).toMatchObject({ kind: 'refused' })
      expect(await under.tracker.check('secret', '')).toMatchObject({ kind: 'refused', code: 'access_missing' })
    })

    test('a version changes with each write, and only then', async () => {
      const id = await under.create('one')
      const { version } = await recordOf(id)
      expect((await recordOf(id)).version).toBe(version)
      await under.update(id, 'two')
      const updated = await recordOf(id)
      await under.comment(id, 'hello', false)
      const versions = [version, updated.version, (await recordOf(id)).version]
      expect(new Set(versions).size).toBe(3)
    })

    test('a plan is executed once, whoever gives it again, and answers the record as it became', async () => {
      const write = writeOf(null, null, planOf('made by a plan'))
      const first = await apply(write)
      expect(first).toMatchObject({
        kind: 'written',
        record: { fields: { short_description: text('made by a plan') } },
      })
      await apply(write)
      expect(await recordOf(write.recordId)).toMatchObject({ version: first?.kind === 'written' ? first.version : '' })
    })

    test('a second plan that would make the same record meets the first', async () => {
      const pair = randomUUID()
      const first = writeOf(null, null, planOf('first'), pair)
      await apply(first)
      expect(await apply(writeOf(null, null, planOf('second'), pair))).toEqual({ kind: 'contended' })
      expect((await recordOf(first.recordId)).record.fields).toMatchObject({ short_description: text('first') })
    })

    test('a plan for another version writes nothing, and one for a record that is gone makes none', async () => {
      const id = await under.create('one')
      const { version } = await recordOf(id)
      await under.update(id, 'by a person')
      expect(await apply(writeOf(id, version, planOf('by a plan')))).toEqual({ kind: 'contended' })
      expect((await recordOf(id)).record.fields).toMatchObject({ short_description: text('by a person') })
      await under.remove(id)
      expect(await apply(writeOf(id, version, planOf('by a plan')))).toEqual({ kind: 'gone' })
      expect(await readOne(id)).toEqual({ kind: 'gone' })
    })

    test('what a person writes between a plan and its report is still to be looked at', async () => {
      const id = await under.create('one')
      const write = writeOf(id, (await recordOf(id)).version, planOf('by a plan'))
      const written = await apply(write, async () => {
        await eventually('the plan is written', async () => {
          const { fields } = (await recordOf(id)).record
          return fields['short_description']?.value === 'by a plan' || undefined
        })
        await under.comment(id, 'meanwhile', false)
      })
      const { version, record } = await recordOf(id)
      expect(record.comments.map(({ body }) => body)).toEqual(['meanwhile'])
      expect(written?.kind === 'written' && written.version).toEqual(expect.any(String))
      expect(written).not.toMatchObject({ version })
    })

    test('an entry is written once for its pair and key, whichever plan brings it, and bears the id of its origin', async () => {
      const id = await under.create('one')
      const entry = { key: 'c1', journal: 'comments', body: 'from the other side', origin: 'other:c1' } as const
      const pair = randomUUID()
      for (let times = 0; times < 2; times++)
        await apply(writeOf(id, (await recordOf(id)).version, planOf(`${times}`, { entries: [entry] }), pair))
      const { comments } = (await recordOf(id)).record
      expect(comments).toEqual([
        expect.objectContaining({ id: 'other:c1', body: 'from the other side', internal: false }),
      ])
    })

    test('what people write into the internal journal is internal', async () => {
      const id = await under.create('one')
      await under.comment(id, 'for all', false)
      await under.comment(id, 'for us', true)
      const { comments } = (await recordOf(id)).record
      // Of one second, in whatever order the tracker knows them.
      expect(comments.map(({ body, internal }) => [body, internal] as const).toSorted(byBody)).toEqual([
        ['for all', false],
        ['for us', true],
      ])
    })

    const watching = (query = '') => {
      const received: ChangeNotice[] = []
      const trigger = randomUUID()
      let failures = 1
      const stop = under.tracker.watch(
        watcherWith({
          triggers: async () => [{ id: trigger, table: 'incident', query, since: SINCE }],
          onNotices: async (notices) => {
            if (failures-- > 0) throw new Error('not now')
            received.push(...notices)
          },
        }),
      )
      return { received, trigger, stop }
    }

    test('a notice that was not taken comes again, and says which triggers the record matches', async () => {
      const { received, trigger, stop } = watching('short_description=wanted')
      const [wanted, other] = [await under.create('wanted'), await under.create('other')]
      await eventually('it was noticed', async () => (received.some(({ id }) => id === wanted) ? true : undefined))
      await stop()
      expect(received.filter(({ id }) => id === wanted)[0]?.triggers).toEqual([trigger])
      expect(received.filter(({ id }) => id === other).flatMap(({ triggers }) => triggers)).toEqual([])
    })

    test('without any notice the scan sees the change', async () => {
      under.loseNotices()
      const { received, stop } = watching()
      const id = await under.create('unnoticed')
      const { version } = await recordOf(id)
      await eventually('the scan has found it', async () =>
        received.some((notice) => notice.id === id && notice.version === version) ? true : undefined,
      )
      await stop()
    })
  })
}
