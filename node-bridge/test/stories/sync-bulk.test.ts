/** One step with many pairs of the queue: what it would do is shown first, and whoever pauses, cancels or dies in between leaves the rest as it was. */
import { randomUUID } from 'node:crypto'

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Bulk, BulkCheck } from '@accord/shared/schemas'
import type { BulkStep } from '@accord/shared/sync'

import { orderedId } from '../../src/identifiers/ordered-id.ts'
import type { SyncPair } from '../../src/sync/pairs/sync-pair.ts'
import { takeBulk } from '../../src/sync/bulk/take-bulk.ts'
import { findStoredPair, insertPair, type StoredPair } from '../../src/store/sync/sync-pairs.ts'
import { databaseKinds } from '../databases.ts'
import { eventually } from '../faults/company/eventually.ts'
import { refusalOf } from './company.ts'
import { type SyncCompanies, startSyncCompanies } from './sync-companies.ts'
import { configureSync, script } from './sync-company.ts'

const STARTING_MS = 240_000
const STORY_MS = 120_000
const PATIENT = { withinMs: STORY_MS }
const ACTOR = { actor: 'abel.tuter' }
/** More than two pages. */
const MANY = 120

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
  const addHeld = (count: number) =>
    both.globex.bridge.services.context.database.transaction(async (transaction) => {
      for (let at = 0; at < count; at++) await insertPair(transaction, copyOf(held))
    })

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

  /** Another pair that the same message waits in: its text is sealed for its own row. */
  function copyOf(stored: StoredPair): StoredPair {
    if (!stored.inboundSealed) throw new Error('Nothing waits in this pair')
    const { vault } = both.globex.bridge.services.context
    const id = orderedId()
    const text = vault.open(stored.inboundSealed, `sync-inbound:${stored.id}`)
    return {
      ...stored,
      id,
      pairId: randomUUID(),
      recordId: null,
      faultSealed: null,
      inboundSealed: vault.seal(text, `sync-inbound:${id}`),
      createdAt: new Date(),
    }
  }
})
