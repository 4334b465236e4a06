import { LISTED_STATES, LIST_ORDERS, STATE_GROUPS, type ConnectionState, type ListOrder } from '@accord/shared/protocol'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { countUpTo, pageConnections } from '../../src/store/connections/connection-pages.ts'
import type { ConnectionRecord } from '../../src/store/connections/connection-record.ts'
import { rowOf } from '../../src/store/connections/connection-row.ts'
import { type Database, openDatabase } from '../../src/store/engine/database.ts'
import { LOOKED_AT } from '../../src/store/connections/pages/page-by-search.ts'
import type { PageRequest, Place } from '../../src/store/connections/pages/place.ts'
import { databaseKinds } from '../databases.ts'
import { newConnection } from './records.ts'

const REMOTE = {
  instanceUid: null,
  name: 'Globex GmbH',
  nodeUrl: 'https://node.globex.example',
  instanceUrl: null,
  nodeType: null,
  nodeVersion: null,
}
const base = { states: LISTED_STATES, words: [], descending: false, limit: 7 } as const
const compare = (one: string | number, other: string | number) => (one < other ? -1 : one > other ? 1 : 0)

describe.each(databaseKinds())('pages of connections on $name', (kind) => {
  let database: Database
  const records: ConnectionRecord[] = []
  const contacts = new Map<string, number>()

  beforeAll(async () => {
    await kind.start()
    database = await openDatabase(await kind.fresh())
    const states: ConnectionState[] = [...LISTED_STATES, 'terminated']
    for (let i = 0; i < 120; i++) {
      const updatedAt = new Date(Date.UTC(2026, 4, 4) + (i % 9) * 1000)
      const state = states[i % states.length] ?? 'active'
      records.push(newConnection({ state, name: nameOf(i), requestId: null, updatedAt }))
    }
    await database.db.insertInto('connection').values(records.map(rowOf)).execute()
    for (const { id } of records.filter((_, i) => i % 3 === 0)) contacts.set(id, 1000 + (contacts.size % 5))
    const rows = [...contacts].map(([connection_id, last_contact_at]) => ({
      connection_id,
      last_contact_at,
      pauses: 0,
      acknowledged: 0,
      health: 'up',
      failures: 0,
      unknown_answers: 0,
    }))
    await database.db.insertInto('contact').values(rows).execute()
  })
  afterAll(async () => {
    await database.close()
    await kind.stop()
  })

  async function listAll(request: Omit<PageRequest, 'after'>): Promise<ConnectionRecord[]> {
    const all: ConnectionRecord[] = []
    let after: Place | undefined
    do {
      const page = await pageConnections(database.db, { ...request, after })
      expect(page.records.length).toBeLessThanOrEqual(request.limit)
      all.push(...page.records)
      after = page.next
    } while (after)
    return all
  }

  const keyOf = ({ id, name, state, updatedAt }: ConnectionRecord, order: ListOrder): readonly (string | number)[] => {
    if (order === 'name') return [name, id]
    if (order === 'changed') return [updatedAt.getTime(), id]
    if (order === 'state') return [LISTED_STATES.indexOf(state), name, id]
    return [contacts.get(id) ?? 0, contacts.has(id) ? id : name]
  }
  const expected = (order: ListOrder, descending: boolean, states: readonly ConnectionState[]) => {
    const sign = descending ? -1 : 1
    const listed = records.filter(({ state }) => states.includes(state))
    if (order !== 'lastContact') return listed.toSorted((a, b) => sign * compareKeys(keyOf(a, order), keyOf(b, order)))
    const spoken = listed.filter(({ id }) => contacts.has(id))
    const never = listed.filter(({ id }) => !contacts.has(id))
    return [
      ...spoken.toSorted((a, b) => sign * compareKeys(keyOf(a, order), keyOf(b, order))),
      ...never.toSorted((a, b) => compareKeys(keyOf(a, 'name'), keyOf(b, 'name'))),
    ]
  }

  const orders = LIST_ORDERS.flatMap((order) => [true, false].map((descending) => ({ order, descending })))
  test.each(orders)(
    'all pages together are the list by $order, descending: $descending',
    async ({ order, descending }) => {
      const listed = await listAll({ ...base, order, descending })
      expect(listed.map(({ id }) => id)).toEqual(expected(order, descending, LISTED_STATES).map(({ id }) => id))
    },
  )

  test.each(orders)('a filter changes what is listed and not its order ($order, $descending)', async (order) => {
    const states = STATE_GROUPS.paused
    const listed = await listAll({ ...base, ...order, states })
    expect(listed.map(({ id }) => id)).toEqual(expected(order.order, order.descending, states).map(({ id }) => id))
  })

  test('a page is as long as its limit while there are more', async () => {
    for (const order of LIST_ORDERS) {
      const { records: page, next } = await pageConnections(database.db, { ...base, order, after: undefined })
      expect([order, page.length, next !== undefined]).toEqual([order, base.limit, true])
    }
  })

  test('a search finds parts of names, of the other side and of its host, takes wild cards literally, and needs every word', async () => {
    const named = newConnection({ name: 'Käse 100%_pur', remoteShortName: 'Zulieferer', remote: REMOTE })
    await database.db.insertInto('connection').values(rowOf(named)).execute()
    const find = async (...words: string[]) => (await listAll({ ...base, order: 'name', words })).map(({ id }) => id)
    for (const words of [['äse'], ['globex', 'käse'], ['zuliefer'], ['node.globex.example'], ['100%_']])
      expect(await find(...words)).toEqual([named.id])
    for (const words of [['100__'], ['globex', 'nobody'], ['%']]) expect(await find(...words)).not.toContain('nobody')
    expect(await find('globex', 'nobody')).toEqual([])
    expect(await find('100__')).toEqual([])
    await database.db.updateTable('connection').set({ search_key: null }).where('id', '=', named.id).execute()
    expect(await find('äse')).toEqual([named.id])
    await database.db.deleteFrom('connection').where('id', '=', named.id).execute()
  })

  test('what is deleted is found by no search', async () => {
    const deleted = records.find(({ state }) => state === 'terminated')
    const found = await listAll({ ...base, order: 'name', words: [deleted?.name ?? ''] })
    expect(found.filter(({ state }) => state === 'terminated')).toEqual([])
  })

  test('nobody counts further than he is asked to', async () => {
    const of = records.filter(({ state }) => state === 'active').length
    expect((await countUpTo(database.db, LISTED_STATES, 1000)).get('active')).toBe(of)
    expect((await countUpTo(database.db, LISTED_STATES, 2)).get('active')).toBe(2)
  })

  test('a search among more than one page looks at is found over several, and none is lost', async () => {
    const many = Array.from({ length: LOOKED_AT * 2 + 5 }, (_, i) =>
      newConnection({ name: `many ${String(i).padStart(6, '0')}`, requestId: null, state: 'active' }),
    )
    for (let i = 0; i < many.length; i += 500)
      await database.db
        .insertInto('connection')
        .values(many.slice(i, i + 500).map(rowOf))
        .execute()
    const last = many.at(-1)
    const word = last?.name.slice(-6) ?? ''
    const first = await pageConnections(database.db, { ...base, order: 'name', words: [word], after: undefined })
    expect(first).toMatchObject({ records: [], next: expect.anything() })
    expect((await listAll({ ...base, order: 'name', words: [word] })).map(({ id }) => id)).toEqual([last?.id])
  })
})

/** Names that sort the same by every collation. */
const nameOf = (i: number): string => `n${String((i * 37) % 997).padStart(4, '0')}`

function compareKeys(one: readonly (string | number)[], other: readonly (string | number)[]): number {
  for (const [i, key] of one.entries()) {
    const order = compare(key, other[i] ?? '')
    if (order !== 0) return order
  }
  return 0
}
