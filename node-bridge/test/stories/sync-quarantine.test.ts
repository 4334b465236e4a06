/** One bad pair costs the others nothing, and a fix lets all of its cause go. */
import { randomUUID } from 'node:crypto'

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { ItemFault, SyncItem, SyncItemList } from '@accord/shared/schemas'

import { orderedId } from '../../src/identifiers/ordered-id.ts'
import { findStoredPair, insertPair, type StoredPair } from '../../src/store/sync/sync-pairs.ts'
import { databaseKinds } from '../databases.ts'
import { eventually } from '../faults/company/eventually.ts'
import { refusalOf } from './company.ts'
import { type SyncCompanies, startSyncCompanies } from './sync-companies.ts'
import { configureSync, publish, script, untilRecord, valueOf } from './sync-company.ts'

const STARTING_MS = 120_000
const STORY_MS = 60_000
/** Of what a busy machine takes long for. */
const PATIENT = { withinMs: STORY_MS }
const ACTOR = { actor: 'abel.tuter' }

/** What it says decides what becomes of it. */
const FAILING = script('incoming').replace(
  '=> {',
  `=> {
  if (replica.summary === 'broken') throw new Error('not this one')
  if (replica.summary === 'urgent') entity.state = 'Urgent' as never`,
)

describe.each(databaseKinds())('quarantine on $name', (kind) => {
  /** A server answers each of them over a socket: there a fifth shows the same. */
  const many = kind.name === 'SQLite' ? 1_000 : 200
  let both: SyncCompanies

  beforeAll(async () => {
    await kind.start()
    both = await startSyncCompanies(kind)
    const { acme, globex, ids } = both
    await configureSync(acme, ids.acme)
    await configureSync(globex, ids.globex, { incoming: FAILING })
    open('sound')
    await arrived('sound')
    await both.settled()
  }, STARTING_MS)
  afterAll(async () => {
    await both.close()
    await kind.stop()
  })

  const open = (summary: string) => both.acme.tracker.create('incident', { short_description: summary })
  const arrived = (summary: string) =>
    untilRecord(`Globex has ${summary}`, both.globex, (record) => valueOf(record, 'short_description') === summary)
  const listAt = (name: 'acme' | 'globex'): Promise<SyncItemList> =>
    both[name].client.call('listSyncItems', { params: { connectionId: both.ids[name] }, query: {} })
  const itemAt = (name: 'acme' | 'globex', status: string, key: unknown): Promise<SyncItem> =>
    eventually(`an item at ${name} is ${status}`, async () =>
      (await listAt(name)).items.find(
        (item) => item.status === status && [item.local.key, item.remote.key].includes(String(key)),
      ),
    )
  const retryAll = (cause?: string) =>
    both.globex.client.call('retrySyncItems', {
      params: { connectionId: both.ids.globex },
      body: { ...ACTOR, ...(cause === undefined ? {} : { cause }) },
    })
  const untilRetried = () =>
    eventually('all were tried again', async () => (await listAt('globex')).retrying === null || undefined)

  test(
    'all of one cause are tried again by one click, with who has done it, and those of another cause stay as they are',
    async () => {
      const keys = ['broken', 'urgent'].map((summary) => open(summary).fields['number']?.value)
      const [broken, urgent] = await Promise.all(keys.map((key) => itemAt('globex', 'held', key)))
      const { causes } = await listAt('globex')
      expect(causes).toEqual(
        expect.arrayContaining([
          { code: 'script_threw', count: 1 },
          { code: 'choice_unknown', count: 1 },
        ]),
      )
      expect(await retryAll('choice_unknown')).toEqual({ count: 1 })
      await untilRetried()
      const stepsOf = async (item: SyncItem | undefined) =>
        (await both.globex.client.call('readSyncItem', { params: { itemId: item?.id ?? '' } })).steps
      const retried = (await stepsOf(urgent)).filter(({ event }) => event === 'retried')
      expect(retried).toEqual([expect.objectContaining({ actor: ACTOR.actor })])
      expect((await stepsOf(broken)).some(({ event }) => event === 'retried')).toBe(false)
      await itemAt('globex', 'held', keys[1])
      expect(await retryAll('too_large')).toEqual({ count: 0 })
    },
    STORY_MS,
  )

  test(
    'what waits is edited by a person and tried again: what was written stays here, and its history says who',
    async () => {
      const { globex } = both
      const record = open('broken')
      const { id } = await itemAt('globex', 'held', record.fields['number']?.value)
      const { replica, changed } = await globex.client.call('readHeldMessage', { params: { itemId: id } })
      expect([replica.summary, changed.includes('/summary')]).toEqual(['broken', true])
      const body = { ...ACTOR, replica: { ...replica, summary: 'corrected by hand' } }
      await globex.client.call('editSyncItem', { params: { itemId: id }, body })
      await arrived('corrected by hand')
      await itemAt('acme', 'synced', record.fields['number']?.value)
      const kept = both.acme.tracker.records.find('incident', record.id)
      expect(kept && valueOf(kept, 'short_description')).toBe('broken')
      const { steps } = await globex.client.call('readSyncItem', { params: { itemId: id } })
      expect(steps.filter(({ event }) => event === 'edited')).toEqual([expect.objectContaining({ actor: ACTOR.actor })])
      expect(await refusalOf(globex.client.call('editSyncItem', { params: { itemId: id }, body }))).toMatchObject({
        code: 'state_conflict',
      })
    },
    STORY_MS,
  )

  test(
    'a newer state of the peer takes the place of the one that is stuck, and the peer has received a class and nothing else',
    async () => {
      const { id, fields } = open('broken')
      const key = fields['number']?.value
      await itemAt('globex', 'held', key)
      const { faults } = await itemAt('acme', 'held_there', key)
      const all: ItemFault = {
        side: 'there',
        direction: 'outgoing',
        code: 'rules',
        paths: [],
        message: null,
        script: null,
        line: null,
        column: null,
      }
      expect(faults).toEqual([all])
      both.acme.tracker.update('incident', id, { short_description: 'repaired by its own side' })
      await arrived('repaired by its own side')
      await itemAt('acme', 'synced', key)
      expect((await itemAt('globex', 'synced', key)).faults).toEqual([])
    },
    STORY_MS,
  )

  test(
    `publishing a fix empties a quarantine of ${many} without another click, while other pairs go on`,
    async () => {
      const { globex, ids } = both
      const { database } = globex.bridge.services.context
      const held = await itemAt('globex', 'held', open('broken').fields['number']?.value)
      const stored = await findStoredPair(database.db, held.id)
      await database.transaction(async (transaction) => {
        for (let at = 0; at < many; at++) await insertPair(transaction, copyOf(stored))
      })
      const [first] = (await listAt('globex')).causes
      expect(first?.code).toBe('script_threw')
      expect(first?.count).toBeGreaterThanOrEqual(many)
      open('meanwhile')
      await arrived('meanwhile')
      const { faults } = await publish(globex, ids.globex, { incoming: script('incoming') })
      expect(faults).toEqual([])
      const { retrying } = await listAt('globex')
      expect(retrying?.total).toBeGreaterThan(many)
      open('behind them')
      await eventually(
        'the quarantine is empty',
        async () => {
          const { causes, retrying: goesOn } = await listAt('globex')
          return (causes.length === 0 && goesOn === null) || undefined
        },
        PATIENT,
      )
      await arrived('behind them')
      await eventually(
        'all are written',
        async () => {
          const all = globex.tracker.records.all().map((record) => valueOf(record, 'short_description'))
          return all.filter((summary) => summary === 'broken').length > many || undefined
        },
        PATIENT,
      )
    },
    4 * STORY_MS,
  )

  /** Another pair that the same message waits in: its text is sealed for its own row. */
  function copyOf(stored: StoredPair | undefined): StoredPair {
    if (!stored?.inboundSealed) throw new Error('Nothing waits in this pair')
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
    }
  }
})
