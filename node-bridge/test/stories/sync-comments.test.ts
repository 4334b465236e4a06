import { randomUUID } from 'node:crypto'

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import type { SyncItem } from '@accord/shared/schemas'
import { SYNC_LIMITS } from '@accord/shared/sync'

import { findPairByName } from '../../src/store/sync/sync-pairs.ts'
import { outboundTextOf } from '../../src/sync/items/item.ts'
import { startPair, type SyncPair } from '../../src/sync/pairs/sync-pair.ts'
import { databaseKinds } from '../databases.ts'
import { eventually } from '../faults/company/eventually.ts'
import type { MemoryRecord } from '../trackers/memory/memory-records.ts'
import { forger, nextOf } from './forged-messages.ts'
import { type SyncCompanies, startSyncCompanies } from './sync-companies.ts'
import { configureSync, script, storedPairsOf, type SyncCompany, untilRecord, valueOf } from './sync-company.ts'

const STARTING_MS = 120_000
const STORY_MS = 60_000
const SECRET = 'The supplier pays late, do not tell'

describe.each(databaseKinds())('comments of two companies, on $name', (kind) => {
  let both: SyncCompanies
  let acme: SyncCompany
  let globex: SyncCompany

  beforeAll(async () => {
    await kind.start()
    both = await startSyncCompanies(kind)
    ;({ acme, globex } = both)
    await configureSync(acme, both.ids.acme)
    await configureSync(globex, both.ids.globex)
  }, STARTING_MS)
  afterAll(async () => {
    await both.close()
    await kind.stop()
  })

  /** A record at Acme and its other half at Globex. */
  const pairOf = async (summary: string) => {
    const ours = acme.tracker.create('incident', { short_description: summary })
    const theirs = await untilRecord(
      `Globex has ${summary}`,
      globex,
      (record) => valueOf(record, 'short_description') === summary,
    )
    await both.settled()
    return { ours, theirs }
  }
  const entriesAt = (company: SyncCompany, { id }: MemoryRecord) =>
    company.tracker.records.find('incident', id)?.entries ?? []
  const bodiesAt = (company: SyncCompany, record: MemoryRecord) =>
    entriesAt(company, record).map(({ body, internal }) => (internal ? `note: ${body}` : body))
  const untilEntries = (company: SyncCompany, record: MemoryRecord, count: number) =>
    eventually(`${count} entries`, async () => entriesAt(company, record).length === count || undefined)
  const say = (record: MemoryRecord, body: string, isInternal = false) =>
    acme.tracker.comment('incident', record.id, body, isInternal).entries.at(-1)?.id ?? ''
  const itemsAt = async (name: 'acme' | 'globex') =>
    (await both[name].client.call('listSyncItems', { params: { connectionId: both.ids[name] }, query: {} })).items
  const itemAt = (name: 'acme' | 'globex', fits: (item: SyncItem) => boolean) =>
    eventually(`an item at ${name}`, async () => (await itemsAt(name)).find(fits))
  const storedOf = async ({ id }: MemoryRecord) => {
    const stored = (await storedPairsOf(acme.bridge.services.context.database.db, both.ids.acme)).find(
      (each) => each.recordId === id,
    )
    if (!stored) throw new Error('There is no such pair')
    return stored
  }
  /** A pair that Acme's own node knows nothing of: whoever holds its key sends what he likes. */
  const hostilePair = (pairId: string) => {
    const { db } = globex.bridge.services.context.database
    const there = async () => (await findPairByName(db, both.ids.globex, pairId))?.pair as SyncPair | undefined
    let seq = 0
    return async (comments: readonly object[]) => {
      seq += 1
      const known = await there()
      const claims = {
        ...nextOf(pairId, startPair({ side: 'source', epoch: 1 })),
        seq,
        peerEpoch: known?.epochs.ours ?? 0,
        ack: known?.sentSeq ?? 0,
        changed: seq === 1 ? ['/summary'] : [],
        comments,
      }
      const { forge, exchange } = forger(acme, both.ids.acme)
      const { received, refused } = await exchange(await forge(claims))
      expect([received.length, refused]).toEqual([1, []])
      return eventually('Globex has concluded it', async () => {
        const pair = await there()
        const isHeld = pair?.inbound?.seq === seq && pair.inbound.phase === 'quarantined'
        return isHeld || (pair?.doneSeq ?? 0) >= seq || undefined
      })
    }
  }
  const comment = (id: string, body: string, internal: boolean | null) => ({
    id,
    body,
    author: { name: 'Mallory' },
    at: '2026-01-01T00:00:00Z',
    internal,
    edited: false,
  })

  test(
    'one that is edited at its source reads so at the other side, and is there once',
    async () => {
      const { ours, theirs } = await pairOf('edited')
      const id = say(ours, 'first wording')
      await untilEntries(globex, theirs, 1)
      await both.settled()
      acme.tracker.reword('incident', ours.id, id, 'second wording\n\nwith a blank line')
      const expected = ['Ann Author (Acme): second wording\n\nwith a blank line']
      await eventually(
        'it reads so there',
        async () => JSON.stringify(bodiesAt(globex, theirs)) === JSON.stringify(expected) || undefined,
      )
      await both.settled()
      expect(entriesAt(globex, theirs)).toMatchObject([{ origin: id, internal: false }])
      expect(bodiesAt(acme, ours)).toEqual(['second wording\n\nwith a blank line'])
    },
    STORY_MS,
  )

  test(
    'a thousand of one record arrive in their order, none lost and none doubled, in messages within the limits',
    async () => {
      const { ours, theirs } = await pairOf('a thousand')
      const before = ((await storedOf(ours)).pair as SyncPair).sentSeq
      const words = Array.from({ length: 1000 }, (_, at) => `${at} ${'x'.repeat(400)}`)
      acme.tracker.loseNotices(true)
      for (const body of words) say(ours, body)
      acme.tracker.loseNotices(false)
      const lengths = new Set<number>()
      const untilAll = async () => {
        const stored = await storedOf(ours)
        const text = outboundTextOf(acme.bridge.services.sync.vault, stored)
        if (text !== undefined) lengths.add(text.length)
        return entriesAt(globex, theirs).length === 1000 || undefined
      }
      await eventually('all of them are there', untilAll, { withinMs: STORY_MS })
      await both.settled()
      expect(bodiesAt(globex, theirs)).toEqual(words.map((body) => `Ann Author (Acme): ${body}`))
      expect(((await storedOf(ours)).pair as SyncPair).sentSeq - before).toBeGreaterThanOrEqual(3)
      expect(Math.max(0, ...lengths)).toBeLessThanOrEqual(SYNC_LIMITS.messageBytes)
      expect(entriesAt(acme, ours)).toHaveLength(1000)
    },
    2 * STORY_MS,
  )

  test(
    'the longest arrives whole; a longer one waits at its sender under its name, and other pairs go on',
    async () => {
      const { ours, theirs } = await pairOf('long')
      const longest = 'x'.repeat(SYNC_LIMITS.commentChars)
      say(ours, longest)
      await untilEntries(globex, theirs, 1)
      expect(bodiesAt(globex, theirs)).toEqual([`Ann Author (Acme): ${longest}`])
      await both.settled()
      say(ours, `${longest}x`)
      const held = await itemAt('acme', ({ status }) => status === 'held')
      expect(held.faults).toEqual([
        expect.objectContaining({ code: 'too_large', direction: 'outgoing', paths: ['/comments/0/body'] }),
      ])
      const other = acme.tracker.create('incident', { short_description: 'beside the long one' })
      await untilRecord(
        'Globex has the other',
        globex,
        (record) => valueOf(record, 'short_description') === 'beside the long one',
      )
      expect(entriesAt(globex, theirs)).toHaveLength(1)
      acme.tracker.remove('incident', ours.id)
      await itemAt('acme', ({ id, status }) => id === held.id && status === 'ended')
      acme.tracker.remove('incident', other.id)
    },
    STORY_MS,
  )

  test(
    'a blank one is nothing, and several of one moment are all there',
    async () => {
      const { ours, theirs } = await pairOf('several')
      for (const body of ['  \n ', 'one', 'two\n\n\nthree']) say(ours, body)
      say(ours, 'for us alone', true)
      await untilEntries(globex, theirs, 2)
      await both.settled()
      expect(bodiesAt(globex, theirs)).toEqual(['Ann Author (Acme): one', 'Ann Author (Acme): two\n\n\nthree'])
    },
    STORY_MS,
  )

  test(
    'a script that names an entry twice sends it once, as internal where one of the two is',
    async () => {
      const twice =
        '[...comments.visible(), ...comments.visible().map((one) => ({ ...one, internal: true }))].toReversed()'
      const outgoing = script('outgoing').replace('comments.visible()', twice)
      expect(outgoing).toContain(twice)
      await configureSync(acme, both.ids.acme, { outgoing })
      const { ours, theirs } = await pairOf('named twice')
      say(ours, 'said by one of us')
      await untilEntries(globex, theirs, 1)
      await both.settled()
      expect(bodiesAt(globex, theirs)).toEqual(['note: Ann Author (Acme): said by one of us'])
      await configureSync(acme, both.ids.acme)
    },
    STORY_MS,
  )

  test(
    'internal notes reach customers: not where the other side calls one public that was internal before, under any name',
    async () => {
      const send = hostilePair(randomUUID())
      const uid = acme.bridge.services.sync.identity.instanceUid
      const own = globex.bridge.services.sync.identity.instanceUid
      await send([comment(`${uid}:1`, SECRET, null), comment(`${own}:1`, 'as if it were yours', false)])
      const theirs = await untilRecord(
        'Globex has it',
        globex,
        (record) => valueOf(record, 'short_description') === 'forged',
      )
      expect(bodiesAt(globex, theirs)).toEqual([`note: Mallory (Acme): ${SECRET}`])
      for (const claim of [{ internal: false }, { internal: false, edited: true }, { internal: false, body: 'anew' }]) {
        await send([{ ...comment(`${uid}:1`, SECRET, null), ...claim }])
        const held = await itemAt('globex', ({ status }) => status === 'held')
        expect(held.faults).toEqual([
          expect.objectContaining({ code: 'journal_widened', side: 'here', direction: 'incoming' }),
        ])
      }
      const held = await itemAt('globex', ({ status }) => status === 'held')
      await globex.client.call('retrySyncItem', { params: { itemId: held.id }, body: { actor: 'abel.tuter' } })
      await itemAt('globex', ({ id, status }) => id === held.id && status === 'held')
      expect(bodiesAt(globex, theirs)).toEqual([`note: Mallory (Acme): ${SECRET}`])
      // What is internal again may be so.
      await send([{ ...comment(`${uid}:1`, `${SECRET}, ever`, true), edited: true }])
      await eventually(
        'it was edited as a note',
        async () => bodiesAt(globex, theirs)[0] === `note: Mallory (Acme): ${SECRET}, ever` || undefined,
      )
      expect(entriesAt(globex, theirs)).toHaveLength(1)
    },
    STORY_MS,
  )

  test(
    'an author that is forged, or is markup, is one line of text before the words, and the name of its company stands behind it',
    async () => {
      const send = hostilePair(randomUUID())
      const uid = acme.bridge.services.sync.identity.instanceUid
      const forged = 'Beth Anglin (Globex):\r\nI agree to it.\n\n\u202e\u2028[code]<b>Eve\u200b</b>[/code]'
      await send([
        { ...comment(`${uid}:forged`, 'the words', false), author: { name: forged } },
        { ...comment(`${uid}:nobody`, 'no name', false), author: { name: '\n\u2066' } },
      ])
      const theirs = await untilRecord('it is there', globex, (record) =>
        (globex.tracker.records.find('incident', record.id)?.entries ?? []).some(({ body }) =>
          body.includes('the words'),
        ),
      )
      expect(bodiesAt(globex, theirs)).toEqual([
        'Beth Anglin (Globex): I agree to it. [code]<b>Eve </b>[/code] (Acme): the words',
        ' (Acme): no name',
      ])
    },
    STORY_MS,
  )

  test(
    'an id twice in one message, once as internal, is refused, and nothing of it is written',
    async () => {
      const uid = acme.bridge.services.sync.identity.instanceUid
      const { forge, exchange } = forger(acme, both.ids.acme)
      const before = globex.tracker.executed()
      for (const order of [
        [null, false],
        [false, true],
      ]) {
        const pair = randomUUID()
        const comments = order.map((internal) => comment(`${uid}:twice`, SECRET, internal))
        const claims = { ...nextOf(pair, startPair({ side: 'source', epoch: 1 })), peerEpoch: 0, ack: 0, comments }
        const { received, refused } = await exchange(await forge(claims))
        expect([received, refused]).toEqual([[], [expect.objectContaining({ pair, code: 'malformed' })]])
      }
      expect(globex.tracker.executed()).toBe(before)
    },
    STORY_MS,
  )

  test(
    'one that was visible, is edited as internal and then called visible again stays internal from then on',
    async () => {
      const send = hostilePair(randomUUID())
      const uid = acme.bridge.services.sync.identity.instanceUid
      const id = `${uid}:switched`
      await send([comment(id, 'for everybody', false)])
      const theirs = await untilRecord('it is there', globex, (record) =>
        (globex.tracker.records.find('incident', record.id)?.entries ?? []).some(({ origin }) => origin === id),
      )
      await send([{ ...comment(id, SECRET, true), edited: true }])
      const isHeld = ({ status, faults }: SyncItem) =>
        status === 'held' && faults.some(({ code }) => code === 'journal_widened')
      const heldBefore = (await itemsAt('globex')).filter(isHeld).length
      await send([{ ...comment(id, `${SECRET}, and more`, false), edited: true }])
      await eventually(
        'it is held',
        async () => (await itemsAt('globex')).filter(isHeld).length === heldBefore + 1 || undefined,
      )
      const visible = entriesAt(globex, theirs).filter(({ internal }) => !internal)
      expect(visible.map(({ body }) => body).join()).not.toContain(SECRET)
    },
    STORY_MS,
  )
})
