/** Records that existed before the rules are brought in: each once, at a rate, only while there is room, and as long as a person wants it. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Backfill, ChangeBackfillRequest } from '@accord/shared/schemas'

import type { Tracker, TrackerPause } from '../../src/trackers/tracker.ts'
import { databaseKinds } from '../databases.ts'
import { eventually } from '../faults/company/eventually.ts'
import { passAll } from '../faults/network/script.ts'
import { EACH_FAULT, PASS } from '../faults/network/fault.ts'
import { startSyncCompanies, type SyncCompanies } from './sync-companies.ts'
import { configureSync, publish, script, storedPairsOf, valueOf } from './sync-company.ts'

const STARTING_MS = 240_000
const STORY_MS = 240_000
const PATIENT = { withinMs: STORY_MS }
const RECORDS = 30
const ACTOR = { actor: 'beth.anglin' }
const FAST = 6000
const HOUR_MS = 3_600_000

describe.each(databaseKinds())('bringing in what was there before, on $name', (kind) => {
  let both: SyncCompanies

  beforeAll(async () => {
    await kind.start()
    both = await startSyncCompanies(kind)
    const { acme, globex, ids } = both
    await configureSync(globex, ids.globex)
    await configureSync(acme, ids.acme)
    await publish(acme, ids.acme, { trigger: { query: 'short_description=marker', isActive: true, history: 'none' } })
    // What a scan has seen before the trigger meant it is no news afterwards.
    acme.tracker.loseNotices(true)
    for (let place = 0; place < RECORDS; place++)
      acme.tracker.create('incident', { short_description: `old ${place}`, close_notes: 'old' })
    acme.tracker.create('incident', { short_description: 'marker', close_notes: 'old' })
    await eventually('the scan has seen them', async () => (await pairs()).length === 1 || undefined, PATIENT)
    acme.tracker.loseNotices(false)
    await publishOld()
  }, STARTING_MS)
  afterAll(async () => {
    await both.close()
    await kind.stop()
  })

  const pairs = () => storedPairsOf(both.acme.bridge.services.context.database.db, both.ids.acme)
  const publishOld = (query = 'close_notes=old') =>
    publish(both.acme, both.ids.acme, { trigger: { query, isActive: true, history: 'none' } })
  const params = () => ({ connectionId: both.ids.acme })
  const read = async (): Promise<Backfill> => {
    const { backfill } = await both.acme.client.call('readBackfill', { params: params() })
    if (!backfill) throw new Error('There is no backfill')
    return backfill
  }
  const count = () => both.acme.client.call('countBackfill', { params: params(), body: ACTOR })
  const begin = (perMinute = FAST) =>
    both.acme.client.call('beginBackfill', { params: params(), body: { perMinute, ...ACTOR } })
  const change = (changes: Omit<ChangeBackfillRequest, 'actor'>) =>
    both.acme.client.call('changeBackfill', { params: params(), body: { ...changes, ...ACTOR } })
  const until = (what: string, fits: (backfill: Backfill) => boolean): Promise<Backfill> =>
    eventually(
      what,
      async () => {
        const backfill = await read()
        return fits(backfill) ? backfill : undefined
      },
      PATIENT,
    )
  const untilWaits = (reason: string) => until(`it waits: ${reason}`, ({ waits }) => waits?.reason === reason)
  const summaries = () => both.globex.tracker.records.all().map((record) => valueOf(record, 'short_description'))

  test(
    'nothing of before is sent by itself; the count says how many match, and how many are paired already',
    async () => {
      expect(await count()).toEqual({ matching: RECORDS + 1, paired: 1, isExact: true, perMinute: 30 })
      await eventually('the one of now is there', () => summaries().length > 0 || undefined, PATIENT)
      expect(summaries()).toEqual(['marker'])
      expect(await both.acme.client.call('readBackfill', { params: params() })).toEqual({ backfill: null })
      await expect(change({ step: 'pause' })).rejects.toMatchObject({ problem: { code: 'state_conflict' } })
    },
    STORY_MS,
  )

  test(
    'it keeps to its rate, waits for a person, and goes on at another rate; a second one is refused meanwhile',
    async () => {
      await begin(4)
      const first = await until('the first has begun', ({ opened }) => opened > 0)
      // Four a minute begin one by one, a quarter of a minute apart.
      expect(first).toMatchObject({ state: 'running', total: RECORDS + 1, perMinute: 4 })
      expect(first.opened).toBeLessThanOrEqual(2)
      await expect(begin()).rejects.toMatchObject({ problem: { code: 'state_conflict' } })
      const { backfill: paused } = await change({ step: 'pause' })
      expect(paused).toMatchObject({ state: 'paused', waits: null })
      await expect(change({ step: 'pause' })).rejects.toMatchObject({ problem: { code: 'state_conflict' } })
      await change({ perMinute: 5 })
      expect(await read()).toMatchObject({ state: 'paused', perMinute: 5, opened: paused?.opened })
    },
    STORY_MS,
  )

  test(
    'it says why it does not go on: the connection rests, the trigger is off, the tracker does not answer or refuses',
    async () => {
      const { acme, ids } = both
      await acme.client.call('deactivateConnection', { params: params(), body: ACTOR })
      await change({ step: 'resume' })
      await untilWaits('deactivated')
      await acme.client.call('activateConnection', { params: params(), body: ACTOR })
      acme.tracker.sleep(true)
      await change({ perMinute: 4 })
      await untilWaits('unreachable')
      acme.tracker.sleep(false)
      acme.tracker.allow('incident', false)
      await change({ perMinute: 4 })
      expect((await untilWaits('refused')).waits).toMatchObject({ code: 'access_missing' })
      acme.tracker.allow('incident', true)
      await publish(acme, ids.acme, { trigger: { query: 'close_notes=old', isActive: false, history: 'none' } })
      await change({ perMinute: 4 })
      await untilWaits('trigger_off')
      await expect(count()).rejects.toMatchObject({ problem: { code: 'state_conflict' } })
    },
    STORY_MS,
  )

  test(
    'nor while the tracker has asked for a pause, half of its budget is used up, or the other side is not configured',
    async () => {
      const { acme, globex, ids } = both
      await publishOld()
      const end = new Date(Date.now() + HOUR_MS)
      const used: TrackerPause = { code: 'instance_rate_limited', until: end, message: 'It asked for a pause' }
      Object.assign(acme.tracker, { pause: () => used } satisfies Partial<Tracker>)
      await change({ perMinute: 5 })
      expect((await untilWaits('tracker_rests')).waits).toMatchObject({ until: end.toISOString() })
      Object.assign(acme.tracker, { pause: undefined, spare: async () => used })
      await change({ perMinute: 4 })
      expect((await untilWaits('budget')).waits).toMatchObject({ until: end.toISOString() })
      Object.assign(acme.tracker, { spare: undefined })
      await publish(globex, ids.globex, { trigger: { query: '', isActive: false } })
      await change({ perMinute: 5 })
      await untilWaits('peer_unready')
      await publish(globex, ids.globex, { trigger: { query: '', isActive: true } })
    },
    STORY_MS,
  )

  test(
    'another trigger ends it, and so does a person; each deed is in the audit log with who did it',
    async () => {
      await publishOld('close_notes=other')
      expect(await until('it has ended', ({ state }) => state === 'ended')).toMatchObject({ endedBy: null })
      await publishOld()
      await begin(1)
      await change({ step: 'end' })
      expect(await read()).toMatchObject({ state: 'ended', endedBy: ACTOR.actor })
      const entries = await both.acme.bridge.services.context.database.db
        .selectFrom('audit_entry')
        .select(['action', 'actor'])
        .where('action', 'like', 'sync.backfill%')
        .execute()
      const by = (actor: string) => new Set(entries.flatMap((entry) => (entry.actor === actor ? [entry.action] : [])))
      expect(by(ACTOR.actor)).toEqual(new Set(['sync.backfillBegan', 'sync.backfillChanged', 'sync.backfillEnded']))
      expect(by('node')).toEqual(new Set(['sync.backfillEnded']))
    },
    STORY_MS,
  )

  test(
    'it comes to its end: every record is at the other side once, and none is begun twice by another run',
    async () => {
      const before = (await pairs()).length
      await begin()
      const done = await until('it is through', ({ state }) => state === 'done')
      expect(done).toMatchObject({ seen: RECORDS + 1, opened: RECORDS + 1 - before, waits: null, endedBy: null })
      await eventually('Globex has all', () => summaries().length === RECORDS + 1 || undefined, PATIENT)
      await both.settled()
      expect(new Set(summaries()).size).toBe(RECORDS + 1)
      await begin()
      expect(await until('it is through', ({ state }) => state === 'done')).toMatchObject({ opened: 0 })
      await both.settled()
      expect(summaries()).toHaveLength(RECORDS + 1)
    },
    STORY_MS,
  )

  test(
    'a connection that comes to rest while the last page is read loses nothing: it goes on once that is over',
    async () => {
      const { tracker, client } = both.acme
      const { list } = tracker
      Object.assign(tracker, {
        list: async (wanted: Parameters<typeof list>[0]) => {
          Object.assign(tracker, { list })
          const page = await list(wanted)
          await client.call('deactivateConnection', { params: params(), body: ACTOR })
          return page
        },
      })
      await begin()
      await untilWaits('deactivated')
      await client.call('activateConnection', { params: params(), body: ACTOR })
      expect(await until('it is through', ({ state }) => state === 'done')).toMatchObject({ opened: 0 })
    },
    STORY_MS,
  )

  test(
    'no more is on its way than the queue of the other side shall hold: while that is away it waits, and then all come',
    async () => {
      const { acme, globex } = both
      const more = 230
      const before = summaries().length
      await publishOld('close_notes=other')
      acme.tracker.loseNotices(true)
      for (let place = 0; place < more; place++)
        acme.tracker.create('incident', { short_description: `many ${place}`, close_notes: 'many' })
      acme.tracker.create('incident', { short_description: 'second marker', close_notes: 'other' })
      await eventually('the scan has seen them', () => summaries().includes('second marker') || undefined, PATIENT)
      acme.tracker.loseNotices(false)
      await publishOld('close_notes=many')
      globex.proxy.follow(({ path }) => (path.endsWith('/exchange') ? EACH_FAULT['drop-before'] : PASS))
      await begin()
      const waiting = await until('it waits for what is on its way', ({ waits }) => waits !== null)
      expect(['under_way', 'peer_away', 'changes_first']).toContain(waiting.waits?.reason)
      expect(waiting.opened).toBeLessThanOrEqual(200)
      globex.proxy.follow(passAll)
      await until('it is through', ({ state }) => state === 'done')
      await eventually('Globex has all', () => summaries().length === before + 1 + more || undefined, PATIENT)
      expect(new Set(summaries()).size).toBe(summaries().length)
    },
    STORY_MS,
  )

  test(
    'what stops twenty of them stops the rest before it begins; once the rules are corrected all come',
    async () => {
      const { acme, globex, ids } = both
      const many = 45
      await publishOld('close_notes=other')
      acme.tracker.loseNotices(true)
      for (let place = 0; place < many; place++)
        acme.tracker.create('incident', { short_description: `odd ${place}`, close_notes: 'odd' })
      acme.tracker.create('incident', { short_description: 'third marker', close_notes: 'other' })
      await eventually('the scan has seen them', () => summaries().includes('third marker') || undefined, PATIENT)
      acme.tracker.loseNotices(false)
      await publishOld('close_notes=odd')
      const wrong = script('incoming').replace(' }) => {', " }) => {\n  throw new Error('not yet')")
      await publish(globex, ids.globex, { incoming: wrong })
      await begin(80)
      await until('twenty have begun', ({ opened }) => opened === 20)
      const areHeld = async () => (await pairs()).filter(({ status }) => status === 'held_there').length === 20
      await eventually('they wait there', async () => (await areHeld()) || undefined, PATIENT)
      await change({ perMinute: FAST })
      expect(await untilWaits('held')).toMatchObject({ opened: 20 })
      await publish(globex, ids.globex, { incoming: script('incoming') })
      await until('it is through', ({ state }) => state === 'done')
      const odd = () => summaries().filter((summary) => String(summary).startsWith('odd'))
      await eventually('Globex has all', () => odd().length === many || undefined, PATIENT)
    },
    STORY_MS,
  )
})
