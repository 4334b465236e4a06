import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { SyncItem } from '@accord/shared/schemas'

import { databaseKinds } from '../databases.ts'
import { eventually } from '../faults/company/eventually.ts'
import type { MemoryRecord } from '../trackers/memory/memory-records.ts'
import { refusalOf } from './company.ts'
import { type SyncCompanies, startSyncCompanies } from './sync-companies.ts'
import { publish, script, untilRecord, valueOf } from './sync-company.ts'

const STARTING_MS = 120_000
const STORY_MS = 60_000
const ACTOR = { actor: 'abel.tuter' }
const LAST = "if (REPLICA.summary === 'last words') syncHelper.unExalateAfterProcessing()"

const withHelper = (direction: 'outgoing' | 'incoming', line: string) => {
  const before = script(direction)
  const after = before.replace('({ ', '({ syncHelper, ').replace('=> {', `=> {\n  ${line}`)
  expect(after).toContain(line)
  return after
}

describe.each(databaseKinds())('records that are connected and unlinked, on $name', (kind) => {
  let both: SyncCompanies

  beforeAll(async () => {
    await kind.start()
    both = await startSyncCompanies(kind)
    const trigger = { query: 'urgency=1', isActive: true }
    for (const name of ['acme', 'globex'] as const) {
      const scripts = { outgoing: script('outgoing'), incoming: script('incoming') }
      expect((await publish(both[name], both.ids[name], { ...scripts, trigger })).faults).toEqual([])
    }
  }, STARTING_MS)
  afterAll(async () => {
    await both.close()
    await kind.stop()
  })

  type Name = 'acme' | 'globex'
  const open = (name: Name, summary: string, urgency = '3') =>
    both[name].tracker.create('incident', { short_description: summary, urgency })
  const keyOf = (record: MemoryRecord) => String(valueOf(record, 'number'))
  const connect = (name: Name, local: string, remote: string) =>
    both[name].client.call('connectRecords', {
      params: { connectionId: both.ids[name] },
      body: { ...ACTOR, localKey: local, remoteKey: remote },
    })
  const itemsAt = async (name: Name) =>
    (await both[name].client.call('listSyncItems', { params: { connectionId: both.ids[name] }, query: {} })).items
  const itemAt = (name: Name, fits: (item: SyncItem) => boolean) =>
    eventually(`an item at ${name}`, async () => (await itemsAt(name)).find(fits))
  const summaryIs = (name: Name, { id }: MemoryRecord, summary: string) =>
    untilRecord(
      `${name} has ${summary}`,
      both[name],
      (record) => record.id === id && valueOf(record, 'short_description') === summary,
    )
  const entriesOf = (name: Name, { id }: MemoryRecord) =>
    both[name].tracker.records.find('incident', id)?.entries.map(({ body }) => body.split(': ').at(-1))
  const untilEntries = (name: Name, record: MemoryRecord, count: number) =>
    eventually(`${name} has ${count} entries`, async () => entriesOf(name, record)?.length === count || undefined)
  const unlink = async (name: Name, { id }: SyncItem) => {
    await both[name].client.call('unlinkSyncItem', { params: { itemId: id }, body: ACTOR })
    for (const each of ['acme', 'globex'] as const)
      await eventually(
        `${each} has unlinked`,
        async () => (await itemsAt(each)).every(({ status }) => status === 'ended') || undefined,
      )
  }

  test(
    'two records become a pair once both sides name them; unlinked and connected again nothing is doubled',
    async () => {
      const [ours, theirs] = [open('acme', 'ours'), open('globex', 'theirs')]
      both.acme.tracker.comment('incident', ours.id, 'from Acme')
      both.globex.tracker.comment('incident', theirs.id, 'from Globex')
      const agree = async () => {
        await connect('acme', keyOf(ours), keyOf(theirs))
        const held = await itemAt('globex', ({ status }) => status === 'held')
        expect(held.faults).toEqual([expect.objectContaining({ code: 'link_refused', direction: 'incoming' })])
        const there = await itemAt('acme', ({ status }) => status === 'held_there')
        expect(there.faults).toEqual([expect.objectContaining({ side: 'there', code: 'permission', message: null })])
        // A retry is no consent.
        await both.globex.client.call('retrySyncItem', { params: { itemId: held.id }, body: ACTOR })
        await itemAt('globex', ({ id, status }) => id === held.id && status === 'held')
        expect((await connect('globex', keyOf(theirs), keyOf(ours))).item.id).toBe(held.id)
        await itemAt('acme', ({ status, remote }) => status === 'synced' && remote.key === keyOf(theirs))
        await itemAt('globex', ({ status, remote }) => status === 'synced' && remote.key === keyOf(ours))
      }
      await agree()
      // Acme is the source of the connection: where both had a value its own stands.
      await summaryIs('globex', theirs, 'ours')
      await untilEntries('globex', theirs, 2)
      await untilEntries('acme', ours, 2)
      both.globex.tracker.update('incident', theirs.id, { short_description: 'both ways' })
      await summaryIs('acme', ours, 'both ways')
      expect(await refusalOf(connect('acme', keyOf(ours), keyOf(theirs)))).toMatchObject({ code: 'link_refused' })
      expect(await refusalOf(connect('acme', 'INC404', keyOf(theirs)))).toMatchObject({ code: 'record_gone' })

      await unlink('acme', await itemAt('acme', ({ status }) => status === 'synced'))
      both.acme.tracker.update('incident', ours.id, { short_description: 'alone' })
      both.acme.tracker.comment('incident', ours.id, 'said while alone')
      await agree()
      await summaryIs('globex', theirs, 'alone')
      await untilEntries('globex', theirs, 3)
      await both.settled()
      expect(entriesOf('acme', ours)?.toSorted()).toEqual(['from Acme', 'from Globex', 'said while alone'])
      expect(entriesOf('globex', theirs)?.toSorted()).toEqual(['from Acme', 'from Globex', 'said while alone'])
      await unlink('globex', await itemAt('globex', ({ status }) => status === 'synced'))
    },
    2 * STORY_MS,
  )

  test(
    'a record that leaves the condition goes on until somebody unlinks it',
    async () => {
      const ours = open('acme', 'urgent once', '1')
      const theirs = await untilRecord(
        'Globex has it',
        both.globex,
        (record) => valueOf(record, 'short_description') === 'urgent once',
      )
      await itemAt('acme', ({ status }) => status === 'synced')
      both.acme.tracker.update('incident', ours.id, { urgency: '3' })
      both.acme.tracker.update('incident', ours.id, { short_description: 'not urgent any more' })
      await summaryIs('globex', theirs, 'not urgent any more')
      await unlink('acme', await itemAt('acme', ({ status }) => status === 'synced'))
    },
    STORY_MS,
  )

  test(
    'a deleted record is reported once, and the other one stays',
    async () => {
      const ours = open('acme', 'short-lived', '1')
      const theirs = await untilRecord(
        'Globex has it',
        both.globex,
        (record) => valueOf(record, 'short_description') === 'short-lived',
      )
      await itemAt('acme', ({ status, local }) => status === 'synced' && local.key === keyOf(ours))
      both.acme.tracker.remove('incident', ours.id)
      const { id } = await itemAt('globex', ({ state }) => state === 'deleted_there')
      await itemAt('acme', ({ state }) => state === 'deleted_here')
      both.globex.tracker.update('incident', theirs.id, { short_description: 'lives on' })
      const { steps } = await both.globex.client.call('readSyncItem', { params: { itemId: id } })
      expect(steps.filter(({ event }) => event === 'deletedThere')).toHaveLength(1)
      expect(both.globex.tracker.records.find('incident', theirs.id)).toBeDefined()
    },
    STORY_MS,
  )

  test.each([
    ['outgoing', 'acme', LAST.replace('REPLICA', 'entity').replace('summary', 'short_description')],
    ['incoming', 'globex', LAST.replace('REPLICA', 'replica')],
  ] as const)(
    'the %s script ends the pair once its last words are there',
    async (direction, name, line) => {
      await publish(both[name], both.ids[name], { [direction]: withHelper(direction, line) })
      const ours = open('acme', `before the last words of ${direction}`, '1')
      const key = keyOf(ours)
      await itemAt('acme', ({ status, local }) => status === 'synced' && local.key === key)
      both.acme.tracker.update('incident', ours.id, { short_description: 'last words' })
      await itemAt('acme', ({ state, local }) => state === 'unlinked' && local.key === key)
      const { remote } = await itemAt('globex', ({ state, remote: other }) => state === 'unlinked' && other.key === key)
      expect(remote.key).toBe(key)
      await untilRecord(
        'Globex has the last words',
        both.globex,
        (record) => valueOf(record, 'short_description') === 'last words',
      )
      await publish(both[name], both.ids[name], { [direction]: script(direction) })
    },
    STORY_MS,
  )
})
