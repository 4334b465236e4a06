import { randomUUID } from 'node:crypto'

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'

import { orderedId } from '../../src/identifiers/ordered-id.ts'
import { type Database, openDatabase } from '../../src/store/engine/database.ts'
import {
  claimPairs,
  listClaims,
  listFailedPairs,
  makeNamedPairsDue,
  postponePair,
  releasePairs,
  returnClaim,
} from '../../src/store/sync/sync-claims.ts'
import { findStoredPair, insertPair, replacePair, type StoredPair } from '../../src/store/sync/sync-pairs.ts'
import { databaseKinds } from '../databases.ts'

const NOW = new Date('2026-05-04T10:00:00.000Z')
const later = (ms: number) => new Date(NOW.getTime() + ms)

const pairOf = (more: Partial<StoredPair> = {}): StoredPair => ({
  id: orderedId(),
  connectionId: 'c1',
  pairId: randomUUID(),
  table: 'incident',
  recordId: randomUUID(),
  version: 1,
  state: 'starting',
  fault: null,
  pair: { dirty: true },
  outboundSealed: null,
  inboundSealed: null,
  dueAt: NOW,
  failures: 0,
  sendAt: null,
  localKey: null,
  localUrl: null,
  remoteKey: null,
  status: 'sending',
  lastOutAt: null,
  lastInAt: null,
  faultSealed: null,
  isReportDue: false,
  isToCompare: false,
  createdAt: NOW,
  changedAt: NOW,
  ...more,
})

describe.each(databaseKinds())('claims of pairs on $name', (kind) => {
  let database: Database
  beforeAll(() => kind.start())
  beforeEach(async () => {
    database = await openDatabase(await kind.fresh())
  })
  afterEach(() => database.close())
  afterAll(() => kind.stop())

  const add = (...pairs: StoredPair[]) =>
    database.transaction(async (transaction) => {
      for (const pair of pairs) expect(await insertPair(transaction, pair)).toBe(true)
    })
  const claim = (token: string, limit = 50, now = NOW) =>
    claimPairs(database, { token, limit, until: later(10_000), now })
  const idsOf = (pairs: readonly StoredPair[]) => pairs.map(({ id }) => id).toSorted()

  test('what waits since the work on it has failed is made due, and nothing else', async () => {
    const failed = pairOf({ failures: 3, dueAt: later(60_000) })
    const [put, due] = [pairOf({ dueAt: later(60_000) }), pairOf({ failures: 1, dueAt: later(-1) })]
    await add(failed, put, due)
    const found = await listFailedPairs(database.db, NOW, 50)
    expect(found).toEqual([{ id: failed.id, connectionId: 'c1' }])
    await database.transaction((transaction) => makeNamedPairsDue(transaction, found, NOW))
    expect(await listFailedPairs(database.db, NOW, 50)).toEqual([])
    expect(idsOf(await claim('worker'))).toEqual([failed.id, due.id].toSorted())
  })

  test('a batch takes as many as are due and no more than it may, who waits longest first', async () => {
    const due = Array.from({ length: 60 }, (_, place) => pairOf({ dueAt: later(place - 60) }))
    await add(...due, pairOf({ dueAt: later(1) }), pairOf({ dueAt: null }))
    const first = await claim('one')
    expect(idsOf(first)).toEqual(idsOf(due.slice(0, 50)))
    expect(idsOf(await claim('one'))).toEqual(idsOf(due.slice(50)))
    expect(await claim('one')).toEqual([])
  })

  test('two workers that claim at the same time never hold one pair both', async () => {
    await add(...Array.from({ length: 40 }, () => pairOf()))
    const batches = await Promise.all(['one', 'two', 'three'].map((token) => claim(token, 20)))
    const ids = batches.flat().map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const rest = await claim('four')
    expect(ids.length + rest.length).toBe(40)
  })

  test('what is written while it is claimed stays claimed, and who read it before writes nothing', async () => {
    const pair = pairOf()
    await add(pair)
    const [claimed] = await claim('one')
    await database.transaction(async (transaction) => {
      expect(await replacePair(transaction, { ...pair, pair: { received: true } }, later(1))).toBe(true)
    })
    expect(await claim('two')).toEqual([])
    await database.transaction(async (transaction) => {
      expect(await replacePair(transaction, { ...pair, ...claimed, dueAt: null }, later(2))).toBe(false)
      await postponePair(transaction, { ...pair, ...claimed }, later(3600_000))
      await releasePairs(transaction, 'one', [pair.id])
    })
    const [again] = await claim('two')
    expect(again).toMatchObject({ id: pair.id, version: 2, pair: { received: true }, failures: 0 })
  })

  test('a pair that was put off comes later, and counts its failures', async () => {
    const pair = pairOf()
    await add(pair)
    await claim('one')
    await database.transaction(async (transaction) => {
      await postponePair(transaction, pair, later(60_000))
      await releasePairs(transaction, 'one', [pair.id])
    })
    expect(await claim('one')).toEqual([])
    expect(await claim('one', 50, later(60_000))).toMatchObject([{ id: pair.id, failures: 1, version: 1 }])
  })

  test('what a dead worker held can be claimed again, and a late one gives back nothing of another', async () => {
    const pair = pairOf()
    await add(pair)
    await claim('dead')
    const [seen] = await listClaims(database.db)
    expect(seen).toEqual({ token: 'dead', until: later(10_000).getTime() })
    if (seen) expect(await returnClaim(database, seen)).toBe(true)
    expect(idsOf(await claim('alive'))).toEqual([pair.id])
    await database.transaction((transaction) => releasePairs(transaction, 'dead', [pair.id]))
    expect(await claim('third')).toEqual([])
  })

  test('a record is in one pair of a connection, and may be in one of another', async () => {
    const pair = pairOf()
    await add(pair)
    const second = pairOf({ recordId: pair.recordId })
    await database.transaction(async (transaction) => {
      expect(await insertPair(transaction, second)).toBe(false)
      expect(await insertPair(transaction, pairOf({ recordId: pair.recordId, connectionId: 'c2' }))).toBe(true)
    })
    expect(await findStoredPair(database.db, second.id)).toBeUndefined()
  })
})
