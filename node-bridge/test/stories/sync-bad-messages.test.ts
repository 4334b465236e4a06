import { randomUUID } from 'node:crypto'

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { TYP } from '@accord/shared/protocol'
import { SYNC_LIMITS } from '@accord/shared/sync'

import { readJws } from '../../src/jws/compact-jws.ts'
import { createKeyPair } from '../../src/keys/key-pair.ts'
import { findPairByName, type StoredPair } from '../../src/store/sync/sync-pairs.ts'
import { changeStored } from '../../src/sync/items/change-stored.ts'
import { outboundTextOf } from '../../src/sync/items/item.ts'
import { markDirty } from '../../src/sync/pairs/change-pair.ts'
import type { SyncPair } from '../../src/sync/pairs/sync-pair.ts'
import { databaseKinds } from '../databases.ts'
import { eventually } from '../faults/company/eventually.ts'
import { EACH_FAULT } from '../faults/network/fault.ts'
import { passAll } from '../faults/network/script.ts'
import { type Claims, forger, nextOf } from './forged-messages.ts'
import { type SyncCompanies, startSyncCompanies } from './sync-companies.ts'
import {
  configureSync,
  isSettled,
  pairsOf,
  storedPairsOf,
  type SyncCompany,
  untilRecord,
  valueOf,
} from './sync-company.ts'

const STARTING_MS = 120_000
const STORY_MS = 60_000

describe.each(databaseKinds())('messages that cannot be taken, on $name', (kind) => {
  let both: SyncCompanies
  let acme: SyncCompany
  let globex: SyncCompany
  let hostile: ReturnType<typeof forger>

  beforeAll(async () => {
    await kind.start()
    both = await startSyncCompanies(kind)
    ;({ acme, globex } = both)
    hostile = forger(acme, both.ids.acme)
    await configureSync(acme, both.ids.acme)
    await configureSync(globex, both.ids.globex)
    acme.tracker.create('incident', { short_description: 'linked' })
    await arrived('linked')
    await both.settled()
  }, STARTING_MS)
  afterAll(async () => {
    await both.close()
    await kind.stop()
  })

  const arrived = (summary: string) =>
    untilRecord(`Globex has ${summary}`, globex, (record) => valueOf(record, 'short_description') === summary)
  const linked = async (): Promise<StoredPair> => {
    const [stored] = await storedPairsOf(acme.bridge.services.context.database.db, both.ids.acme)
    if (!stored) throw new Error('No pair is linked')
    return stored
  }
  test(
    'each is refused by its name beside a good one of another pair, and changes nothing',
    async () => {
      const { pairId, pair } = await linked()
      const claims = nextOf(pairId, pair as SyncPair)
      const before = { pairs: await pairsOf(globex, both.ids.globex), executed: globex.tracker.executed() }
      const { forge } = hostile
      const key = await hostile.key()
      const stranger = await createKeyPair()
      const large = { summary: 'x'.repeat(SYNC_LIMITS.messageBytes), customKeys: {} }
      const [newPair, lateStart] = [randomUUID(), randomUUID()]
      const good = {
        ...claims,
        pair: newPair,
        key: 'INC0000404',
        peerEpoch: 0,
        seq: 1,
        ack: 0,
        replica: { ...claims.replica, summary: 'good' },
      }
      const { received, refused } = await hostile.exchange(
        await forge({ ...claims, replica: large }),
        await forge({ ...claims, seq: claims.seq + 1 }),
        await forge(claims, stranger),
        await forge(claims, { ...stranger, thumbprint: key.thumbprint }),
        await forge({ ...claims, om: '2.0.0' }),
        await forge({ ...claims, kind: 'merge' }),
        await forge({ ...claims, replica: 'nothing' }),
        await forge({ ...claims, pair: lateStart, peerEpoch: 0, seq: 2, ack: 0 }),
        await forge(good),
      )
      const { seq } = claims
      expect(refused.map(({ pair: each, seq: at, code }) => [each, at, code]).toSorted(byCode)).toEqual([
        [lateStart, 2, 'epoch_behind'],
        [pairId, seq + 1, 'gap'],
        [pairId, seq, 'malformed'],
        [pairId, seq, 'proof_invalid'],
        [pairId, seq, 'proof_invalid'],
        [pairId, seq, 'too_large'],
        [pairId, seq, 'unsupported'],
        [pairId, seq, 'unsupported'],
      ])
      expect(refused.find(({ code }) => code === 'gap')?.expected).toMatchObject({ seq })
      expect(received).toEqual([expect.objectContaining({ pair: newPair })])
      await arrived('good')
      const now = async () => (await pairsOf(globex, both.ids.globex)).slice(0, before.pairs.length)
      // A notice of before may have them looked at once more meanwhile.
      await eventually('the pairs rest again', async () => (await now()).every(({ dirty }) => !dirty) || undefined)
      expect(await now()).toEqual(before.pairs)
      expect(globex.tracker.executed()).toBe(before.executed + 1)
      expect(globex.tracker.records.all().map((record) => valueOf(record, 'short_description'))).not.toContain('forged')
    },
    STORY_MS,
  )

  test('a text that names no pair spoils its call alone: the next one is taken', async () => {
    await expect(hostile.exchange('no message')).rejects.toMatchObject({ code: 'malformed' })
    const { pairId, pair } = await linked()
    const { refused } = await hostile.exchange(
      await hostile.forge({ ...nextOf(pairId, pair as SyncPair), om: '2.0.0' }),
    )
    expect(refused).toMatchObject([{ pair: pairId, code: 'unsupported' }])
  })

  test(
    'a message that comes several times at once, while its pair is written here as well, is received each time',
    async () => {
      const { pairId, pair } = await linked()
      const sync = globex.bridge.services.sync
      const there = await findPairByName(sync.database.db, both.ids.globex, pairId)
      const known = there?.pair as SyncPair
      const repeated = await hostile.forge({
        ...nextOf(pairId, pair as SyncPair),
        seq: known.answer?.seq,
        mid: known.answer?.mid,
      })
      const looks = Array.from({ length: 4 }, () =>
        changeStored(sync, there?.id ?? '', (item) => ({ pair: markDirty(item.pair) })),
      )
      const answers = await Promise.all(Array.from({ length: 4 }, () => hostile.exchange(repeated)))
      expect(answers.map(({ received }) => received)).toEqual(
        answers.map(() => [expect.objectContaining({ pair: pairId })]),
      )
      expect(await Promise.all(looks)).not.toContain(false)
      await both.settled()
    },
    STORY_MS,
  )

  /** A record of Acme's whose message is replaced before Globex can be reached; another one is opened beside it. */
  const sendSpoilt = async (summary: string, spoil: (text: string) => Promise<string>): Promise<string> => {
    const { database, vault } = acme.bridge.services.sync
    let calls = 0
    globex.proxy.follow(({ path }) => {
      if (path.endsWith('/exchange')) calls += 1
      return EACH_FAULT['drop-before']
    })
    const { id } = acme.tracker.create('incident', { short_description: summary })
    const stored = await eventually('its message waits', async () =>
      (await storedPairsOf(database.db, both.ids.acme)).find(
        (each) => each.recordId === id && each.outboundSealed !== null,
      ),
    )
    const spoilt = await spoil(outboundTextOf(vault, stored) ?? '')
    await database.transaction((transaction) =>
      transaction
        .updateTable('sync_pair')
        .set({ outbound_sealed: vault.seal(spoilt, `sync-outbound:${stored.id}`) })
        .where('id', '=', stored.id)
        .execute(),
    )
    const before = calls
    acme.tracker.create('incident', { short_description: `beside ${summary}` })
    // A call that is under way may hold the text of before: it is lost, too.
    await eventually('one more call is lost', async () => calls > before || undefined)
    globex.proxy.follow(passAll)
    await arrived(`beside ${summary}`)
    return stored.id
  }
  const payloadOf = (text: string): Claims => {
    const read = readJws(text, TYP.message, 'kid')
    if ('fault' in read) throw new Error('It was no message before')
    return read.jws.payload as Claims
  }

  test.each([
    ['too_large', { replica: { summary: 'x'.repeat(SYNC_LIMITS.messageBytes), customKeys: {} } }],
    ['unsupported', { om: '1.1.0' }],
    ['replica_invalid', { changed: 'everything' }],
  ])(
    'what is refused for what it is (%s) waits at its sender under that name, and goes when a person sends it anew',
    async (code, claims) => {
      const itemId = await sendSpoilt(code, async (text) => hostile.forge({ ...payloadOf(text), ...claims }))
      const held = await eventually('it is held at Acme', async () =>
        (await storedPairsOf(acme.bridge.services.context.database.db, both.ids.acme)).find(
          ({ id, fault }) => id === itemId && fault !== null,
        ),
      )
      expect(held).toMatchObject({ fault: code, status: 'held', outboundSealed: null, pair: { sentSeq: 0 } })
      await acme.client.call('retrySyncItem', { params: { itemId }, body: { actor: 'abel.tuter' } })
      await arrived(code)
      await both.settled()
    },
    STORY_MS,
  )

  test(
    'what was signed by another key is signed again, and arrives by itself once',
    async () => {
      const stranger = await createKeyPair()
      await sendSpoilt('stranger', async (text) => hostile.forge(payloadOf(text), stranger))
      await arrived('stranger')
      await both.settled()
      const records = globex.tracker.records
        .all()
        .filter((record) => valueOf(record, 'short_description') === 'stranger')
      expect(records).toHaveLength(1)
      expect((await pairsOf(acme, both.ids.acme)).every(isSettled)).toBe(true)
    },
    STORY_MS,
  )
})

const byCode = ([, , left]: readonly unknown[], [, , right]: readonly unknown[]): number =>
  String(left).localeCompare(String(right))
