/** One step with many pairs of the queue: what it would do is shown first, and whoever pauses, cancels or dies in between leaves the rest as it was. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Bulk, BulkCheck } from '@accord/shared/schemas'
import { BULK_STEPS, type BulkStep } from '@accord/shared/sync'

import type { SyncPair } from '../../src/sync/pairs/sync-pair.ts'
import { takeBulk } from '../../src/sync/bulk/take-bulk.ts'
import { findStoredPair, type StoredPair } from '../../src/store/sync/sync-pairs.ts'
import { databaseKinds } from '../databases.ts'
import { eventually } from '../faults/company/eventually.ts'
import { queryRows } from '../faults/company/query-rows.ts'
import { refusalOf } from './company.ts'
import { addHeld as addHeldTo, processOver } from './sync-bulk-kit.ts'
import { type SyncCompanies, startSyncCompanies } from './sync-companies.ts'
import { configureSync, script } from './sync-company.ts'

const STARTING_MS = 240_000
const STORY_MS = 120_000
const PATIENT = { withinMs: STORY_MS }
const ACTOR = { actor: 'abel.tuter' }
/** More than two pages. */
const MANY = 120
/** Many pages: a process is killed between the first and the last. */
const KILLED = 200

const FAILING = script('incoming').replace(
  '=> {',
  `=> {
  if (replica.summary === 'broken') throw new Error('not this one')`,
)

describe.each(databaseKinds())('many pairs at once, on $name', (kind) => {
  let both: SyncCompanies
  let held: StoredPair

  beforeAll(async () => {
    await kind.start()
    both = await startSyncCompanies(kind)
    await configureSync(both.acme, both.ids.acme)
    await configureSync(both.globex, both.ids.globex, { incoming: FAILING })
    both.acme.tracker.create('incident', { short_description: 'broken' })
    const id = await eventually('one waits at Globex', async () => (await check('retry')).sample[0]?.id, PATIENT)
    // Until its sender knows that it waits: after that nothing happens to it by itself.
    held = await eventually(
      'its sender knows',
      async () => {
        const stored = await findStoredPair(db(), id)
        return (stored?.pair as SyncPair | undefined)?.answer?.acknowledged === true ? stored : undefined
      },
      PATIENT,
    )
  }, STARTING_MS)
  afterAll(async () => {
    await both.close()
    await kind.stop()
  })

  const db = () => both.globex.bridge.services.context.database.db
  const check = (step: BulkStep, cause = 'script_threw'): Promise<BulkCheck> =>
    both.globex.client.call('checkBulk', { body: { step, cause, ...ACTOR } })
  const begin = async (step: BulkStep, { asOf }: BulkCheck): Promise<Bulk> => {
    const body = { step, cause: 'script_threw', asOf, ...ACTOR }
    const [bulk] = (await both.globex.client.call('beginBulk', { body })).bulks
    if (!bulk) throw new Error('Nothing was begun')
    return bulk
  }
  const change = (bulkId: string, step: 'pause' | 'resume' | 'cancel') =>
    both.globex.client.call('changeBulk', { params: { bulkId }, body: { step, ...ACTOR } })
  const found = async (id: string): Promise<Bulk | undefined> =>
    (await both.globex.client.call('listBulks')).bulks.find((bulk) => bulk.id === id)
  const untilDone = (id: string) =>
    eventually(
      'all were come to',
      async () => {
        const bulk = await found(id)
        return bulk?.state === 'done' ? bulk : undefined
      },
      PATIENT,
    )
  const addHeld = (count: number, cause?: string) => addHeldTo(both.globex, held, count, cause)

  test(
    'a dry run changes nothing; skipping takes exactly what it has shown, and what comes later waits on',
    async () => {
      await addHeld(MANY)
      const shown = await check('skip')
      expect([shown.count, shown.sample.length]).toEqual([MANY + 1, 20])
      expect((await check('skip')).count).toBe(MANY + 1)
      expect((await check('skip', 'too_large')).count).toBe(0)
      await addHeld(1)
      const bulk = await begin('skip', shown)
      expect(bulk).toMatchObject({ step: 'skip', total: MANY + 1, beganBy: ACTOR.actor, cause: 'script_threw' })
      expect(await untilDone(bulk.id)).toMatchObject({ seen: MANY + 1, changed: MANY + 1 })
      expect((await check('skip')).count).toBe(1)
      const { steps } = await both.globex.client.call('readSyncItem', { params: { itemId: held.id } })
      expect(steps.at(-1)).toMatchObject({ event: 'skipped', actor: ACTOR.actor })
      const actions = await db()
        .selectFrom('audit_entry')
        .select('action')
        .where('action', 'like', 'sync.bulk%')
        .orderBy('at')
        .orderBy('id')
        .execute()
      expect(actions.map(({ action }) => action)).toEqual(['sync.bulkBegan', 'sync.bulkEnded'])
    },
    STORY_MS,
  )

  test(
    'paused it does nothing, resumed it comes to its end, and cancelled it leaves the rest as it was',
    async () => {
      await addHeld(MANY)
      const { sync } = both.globex.bridge.services
      const first = await begin('unlink', await check('unlink'))
      await change(first.id, 'pause')
      const paused = await found(first.id)
      await takeBulk(sync, first.id)
      expect(await found(first.id)).toEqual(paused)
      await change(first.id, 'resume')
      const done = await untilDone(first.id)
      expect([done.seen, done.changed]).toEqual([MANY + 1, MANY + 1])
      expect((await check('unlink')).count).toBe(0)
      expect(await refusalOf(change(first.id, 'pause'))).toMatchObject({ code: 'state_conflict' })

      await addHeld(MANY)
      const second = await begin('unlink', await check('unlink'))
      await change(second.id, 'cancel')
      const cancelled = await found(second.id)
      await takeBulk(sync, second.id)
      expect(await found(second.id)).toEqual(cancelled)
      expect((await check('unlink')).count).toBe(MANY - (cancelled?.changed ?? 0))
      expect(await refusalOf(change(second.id, 'resume'))).toMatchObject({ code: 'state_conflict' })
      // Every pair of a connection is meant only by who names it.
      const all = { step: 'unlink', filter: 'all', ...ACTOR } as const
      expect(await refusalOf(both.acme.client.call('checkBulk', { body: all }))).toMatchObject({ code: 'malformed' })
      const ofAcme = { ...all, connectionId: both.ids.acme }
      const { count, sample } = await both.acme.client.call('checkBulk', { body: ofAcme })
      expect([count, sample.length]).toEqual([1, 1])
      const retry = { ...ofAcme, step: 'retry' } as const
      expect(await refusalOf(both.acme.client.call('checkBulk', { body: retry }))).toMatchObject({ code: 'malformed' })
    },
    STORY_MS,
  )

  test(
    'two replicas that take the same one do each pair once, and retried pairs wait again',
    async () => {
      await addHeld(MANY)
      const shown = await check('retry')
      const bulk = await begin('retry', shown)
      const { sync } = both.globex.bridge.services
      await Promise.allSettled([takeBulk(sync, bulk.id), takeBulk(sync, bulk.id), takeBulk(sync, bulk.id)])
      expect(await untilDone(bulk.id)).toMatchObject({ seen: shown.count, changed: shown.count })
      await eventually('all wait again', async () => (await check('retry')).count === shown.count || undefined, PATIENT)
    },
    STORY_MS,
  )

  test(
    'a node that is killed in the midst of three of them goes on by itself, and each pair is done exactly once',
    async () => {
      const meant = {
        retry: await addHeld(KILLED, 'value_unmapped'),
        skip: await addHeld(KILLED, 'choice_unknown'),
        unlink: await addHeld(KILLED, 'too_large'),
      }
      const causes = { retry: 'value_unmapped', skip: 'choice_unknown', unlink: 'too_large' }
      const asOf = new Date().toISOString()
      await both.globex.restart(async () => {
        const node = await processOver(both.globex)
        await node.start()
        for (const step of BULK_STEPS) {
          const body = JSON.stringify({ step, cause: causes[step], asOf, ...ACTOR })
          const headers = { authorization: `Bearer ${node.operatorToken}`, 'content-type': 'application/json' }
          const answer = await fetch(`${node.url}/operator/v1/sync/bulk`, { method: 'POST', headers, body })
          expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining('running')])
        }
        const isInMidst = async () => (await comeTo()).every(({ seen }) => seen > 0) || undefined
        await eventually('each has begun', isInMidst, { ...PATIENT, everyMs: 5 })
        await node.kill()
        const left = await comeTo()
        // The first of them may be through by then.
        const isInTheMiddle = ({ state, seen }: (typeof left)[number]) =>
          state === 'running' && seen > 0 && seen < KILLED
        expect(left.filter(isInTheMiddle).length).toBeGreaterThan(0)
      })
      const isThrough = async () => (await comeTo()).every(({ state }) => state === 'done') || undefined
      await eventually('all three are done', isThrough, PATIENT)
      for (const each of await comeTo()) expect(each).toMatchObject({ seen: KILLED, changed: KILLED, total: KILLED })
      const steps = { retry: 'retried', skip: 'skipped', unlink: 'unlinked' }
      for (const step of BULK_STEPS) {
        const events = await db()
          .selectFrom('item_event')
          .select('item_id')
          .where('event', '=', steps[step])
          .where('item_id', 'in', meant[step])
          .execute()
        expect(events.map(({ item_id: id }) => id).toSorted()).toEqual(meant[step].toSorted())
      }
    },
    STORY_MS,
  )

  /** How far the newest three have come, read past the node. */
  const comeTo = () =>
    queryRows<{ state: string; seen: number; changed: number; total: number }>(
      both.globex,
      'select state, seen, changed, total from bulk order by id desc limit 3',
    )
})
