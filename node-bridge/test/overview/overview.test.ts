import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { ConnectionState } from '@accord/shared/protocol'

import { readOverview } from '../../src/overview/read-overview.ts'
import { insertConnection } from '../../src/store/connections/connections.ts'
import { type Database, openDatabase } from '../../src/store/engine/database.ts'
import { type NoticeKey, saveNotice } from '../../src/store/notices/notices.ts'
import { addActivity, noteLastActivity } from '../../src/store/sync/sync-activity.ts'
import { insertPair } from '../../src/store/sync/sync-pairs.ts'
import { databaseKinds } from '../databases.ts'
import { hold, pairOf } from '../notices/notice-kit.ts'
import { newConnection } from '../store/records.ts'

const NOW = new Date('2026-05-04T10:20:00.000Z')
const THIS_HOUR = Date.parse('2026-05-04T10:00:00.000Z')
const HOUR_MS = 3_600_000

describe.each(databaseKinds())('what the first page shows on $name', (kind) => {
  let database: Database
  beforeAll(() => kind.start())
  beforeEach(async () => {
    database = await openDatabase(await kind.fresh())
  })
  afterEach(() => database.close())
  afterAll(() => kind.stop())

  const read = () => readOverview({ database, now: () => NOW })
  /** Each changed later than the one before. */
  let changed = 0
  const connect = async (name: string, state: ConnectionState = 'active'): Promise<string> => {
    const record = newConnection({ name, state, updatedAt: new Date(NOW.getTime() + (changed += 1)) })
    await database.transaction((transaction) => insertConnection(transaction, record))
    return record.id
  }
  const find = (notice: NoticeKey, count = 1) =>
    database.transaction((transaction) =>
      saveNotice(transaction, {
        ...notice,
        isOpen: true,
        count,
        beganAt: NOW,
        seenAt: NOW,
        isReported: true,
        reportedAt: NOW,
        reportedCount: count,
      }),
    )
  const moved = (at: ReadonlyMap<string, number>) =>
    database.transaction((transaction) => noteLastActivity(transaction, at))
  const shown = async () => (await read()).connections.map(({ name }) => name)

  test('without a connection there is none, and no other', async () => {
    expect(await read()).toEqual({
      needs: [],
      moreNeeds: false,
      since: '2026-05-03T11:00:00.000Z',
      connections: [],
      more: false,
    })
  })

  test('those that need somebody come first, then what moved last, then what was changed last, twenty at most', async () => {
    const ids = new Map<string, string>()
    for (let at = 1; at <= 23; at += 1) ids.set(`c${at}`, await connect(`c${at}`))
    const idOf = (name: string) => ids.get(name) ?? ''
    await connect('ended', 'revoked')
    await find({ cause: 'peer_away', connectionId: idOf('c2'), subject: '' })
    await moved(
      new Map([
        [idOf('c1'), 1],
        [idOf('c3'), 2],
        [idOf('c2'), 3],
      ]),
    )
    const names = await shown()
    expect(names.slice(0, 5)).toEqual(['c2', 'c3', 'c1', 'c23', 'c22'])
    expect(names).toHaveLength(20)
    expect(names).not.toContain('ended')
    expect((await read()).more).toBe(true)
  })

  test('one that has ended is not shown, and said to be in the list', async () => {
    await connect('ended', 'revoked')
    expect(await read()).toMatchObject({ connections: [], more: true })
  })

  test('hours are counted from a day ago to now, and a clock that goes ahead adds no hour', async () => {
    const connectionId = await connect('busy')
    const sent = (hourMs: number, upToMs: number, count: number) =>
      ({ connectionId, hourMs, kind: 'sent', upToMs, count }) as const
    await database.transaction((transaction) =>
      addActivity(transaction, [
        sent(THIS_HOUR, 200, 6),
        sent(THIS_HOUR, 0, 1),
        sent(THIS_HOUR - 23 * HOUR_MS, 1000, 4),
        sent(THIS_HOUR - 24 * HOUR_MS, 60_000, 99),
        sent(THIS_HOUR + HOUR_MS, 200, 0),
        { connectionId, hourMs: THIS_HOUR - HOUR_MS, kind: 'received', upToMs: 0, count: 3 },
        { connectionId, hourMs: THIS_HOUR - HOUR_MS, kind: 'held', upToMs: 0, count: 2 },
      ]),
    )
    const [busy] = (await read()).connections
    expect([busy?.sent[0], busy?.sent.at(-1), busy?.received.at(-2), busy?.waited.at(-2)]).toEqual([4, 7, 3, 2])
    expect([busy?.sent, busy?.received, busy?.waited].map((hours) => hours?.length)).toEqual([24, 24, 24])
    expect([busy?.p50Ms, busy?.p95Ms]).toEqual([184, 969])
  })

  test('of each connection the pair that has been under way longest, and how many wait', async () => {
    const [one, other] = [await connect('one'), await connect('other')]
    const ago = (ms: number) => new Date(NOW.getTime() - ms)
    await database.transaction(async (transaction) => {
      for (const pair of [
        pairOf(one, { status: 'sending', createdAt: ago(5) }),
        pairOf(one, { status: 'receiving', createdAt: ago(90) }),
        pairOf(one, { status: 'held', fault: 'loop', createdAt: ago(900) }),
        pairOf(other, { status: 'synced', createdAt: ago(9000) }),
      ])
        await insertPair(transaction, pair)
    })
    const figures = new Map((await read()).connections.map((each) => [each.name, each]))
    expect(figures.get('one')).toMatchObject({ oldestMovingAt: ago(90).toISOString(), held: 1 })
    expect(figures.get('other')).toMatchObject({ oldestMovingAt: null, held: 0, p50Ms: null })
  })

  test('what concerns the whole node comes first, and what is over goes before its notice does', async () => {
    const [asked, held] = [await connect('asked', 'awaiting_approval'), await connect('held')]
    await find({ cause: 'approval_asked', connectionId: asked, subject: '' })
    await find({ cause: 'pairs_held', connectionId: held, subject: 'loop' }, 7)
    await find({ cause: 'licence_ends', connectionId: '', subject: '' })
    await hold(database, held, 'loop', 2)
    const { needs } = await read()
    expect(needs[0]?.cause).toBe('licence_ends')
    expect(needs.map(({ cause, count }) => [cause, count]).toSorted()).toEqual([
      ['approval_asked', 1],
      ['licence_ends', 1],
      ['pairs_held', 2],
    ])
    expect(Object.keys(needs[0] ?? {}).toSorted()).toEqual(['cause', 'connection', 'count', 'since', 'subject'])
    await database.db.updateTable('connection').set({ state: 'active' }).where('id', '=', asked).execute()
    await database.db.deleteFrom('sync_pair').execute()
    expect((await read()).needs.map(({ cause }) => cause)).toEqual(['licence_ends'])
  })
})
