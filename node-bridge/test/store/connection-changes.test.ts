import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'

import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'

import { amendConnection } from '../../src/connections/amend-connection.ts'
import { changeConnection, createConnection } from '../../src/connections/change-connection.ts'
import type { ConnectionRecord } from '../../src/store/connections/connection-record.ts'
import { CONNECTION_CHANGED, insertConnection, replaceConnection } from '../../src/store/connections/connections.ts'
import { type Database, openDatabase } from '../../src/store/engine/database.ts'
import { databaseKinds } from '../databases.ts'
import { newConnection } from './records.ts'

const NOW = new Date('2026-05-04T10:05:00.000Z')
const LINE = { event: 'initiated', detail: 'A code was issued.', actor: 'abel.tuter' } as const
const REISSUED = { event: 'reissued', detail: '', actor: 'abel.tuter', onlyIn: ['invited'] } as const
const PAUSED = { transition: 'deactivate', event: 'deactivated', detail: '', actor: 'abel.tuter' } as const

describe.each(databaseKinds())('what is published of connections on $name', (kind) => {
  let database: Database
  let published: string[] = []
  let failures: unknown[] = []

  beforeAll(async () => {
    await kind.start()
    database = await openDatabase(await kind.fresh(), { listener: (error) => void failures.push(error) })
    database.onCommitted(CONNECTION_CHANGED, ({ record, step }) => {
      published.push(`${record.id} ${record.revision} ${step ?? '-'}`)
    })
  })
  beforeEach(() => void (published = []))
  afterAll(async () => {
    await database.close()
    await kind.stop()
  })

  const create = async (changes: Partial<ConnectionRecord> = {}) => {
    const record = newConnection(changes)
    await database.transaction((transaction) => createConnection(transaction, record, LINE))
    published = []
    return record
  }

  test('each write of one transaction once, in its order, and not before the commit', async () => {
    const record = newConnection()
    await database.transaction(async (transaction) => {
      await createConnection(transaction, record, LINE)
      const changed = await changeConnection(transaction, record.id, NOW, REISSUED)
      await amendConnection(transaction, changed, () => ({ refusedRedeems: [] }), NOW)
      expect(published).toEqual([])
    })
    expect(published).toEqual([`${record.id} 1 initiate`, `${record.id} 2 -`, `${record.id} 3 -`])
  })

  test('both ends of a local connection, by a change of one', async () => {
    const [here, there] = [newConnection({ state: 'active' }), newConnection({ state: 'active', side: 'destination' })]
    await create({ ...there, peerConnectionId: here.id })
    await create({ ...here, peerConnectionId: there.id })
    await database.transaction((transaction) => changeConnection(transaction, here.id, NOW, PAUSED))
    expect(published).toEqual([`${here.id} 2 deactivate`, `${there.id} 2 peerDeactivated`])
  })

  test('nothing of a transaction that throws, whatever its neighbours in the same commit do', async () => {
    const records = await Promise.all(Array.from({ length: 60 }, () => create()))
    published = []
    const outcomes = await Promise.allSettled(
      records.map(({ id }, at) =>
        database.transaction(async (transaction) => {
          await changeConnection(transaction, id, NOW, REISSUED)
          if (at % 3 === 0) throw new Error('power cut')
        }),
      ),
    )
    expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(20)
    const committed = records.filter((_, at) => at % 3 !== 0).map(({ id }) => `${id} 2 -`)
    expect(published.toSorted()).toEqual(committed.toSorted())
  })

  test('nothing of a change that the table refuses, nor of a write that came too late', async () => {
    const record = await create()
    const refused = database.transaction((transaction) => changeConnection(transaction, record.id, NOW, PAUSED))
    await expect(refused).rejects.toMatchObject({ code: 'state_conflict' })
    await database.transaction(async (transaction) => {
      expect(await replaceConnection(transaction, { ...record, revision: 7 }, { ...record, revision: 8 })).toBe(false)
      expect(await insertConnection(transaction, newConnection({ requestId: record.requestId }))).toBe(false)
    })
    expect(published).toEqual([])
  })

  test('what fails its listener does not fail the commit, and the others receive it', async () => {
    failures = []
    const stop = database.onCommitted(CONNECTION_CHANGED, () => {
      throw new Error('a listener of ours failed')
    })
    let received = 0
    const stopCounting = database.onCommitted(CONNECTION_CHANGED, () => void (received += 1))
    const record = newConnection()
    try {
      await database.transaction((transaction) => createConnection(transaction, record, LINE))
      await new Promise(setImmediate)
    } finally {
      stop()
      stopCounting()
    }
    expect({ received, published }).toEqual({ received: 1, published: [`${record.id} 1 initiate`] })
    expect(failures).toMatchObject([{ message: 'a listener of ours failed' }])
  })

  test('outside of a transaction nothing is written', async () => {
    const record = await create()
    const outside = [
      insertConnection(database.db, newConnection()),
      replaceConnection(database.db, record, { ...record, revision: 2 }),
    ]
    for (const { status } of await Promise.allSettled(outside)) expect(status).toBe('rejected')
    expect(published).toEqual([])
  })
})

describe('on PostgreSQL', () => {
  const [, kind] = databaseKinds()
  if (!kind) throw new Error('There is no PostgreSQL')
  beforeAll(() => kind.start())
  afterAll(() => kind.stop())

  test('a transaction that runs again after a deadlock is published once', async () => {
    const database = await openDatabase(await kind.fresh())
    const published: number[] = []
    database.onCommitted(CONNECTION_CHANGED, ({ record }) => void published.push(record.revision))
    let tried = 0
    await database.transaction(async (transaction) => {
      await createConnection(transaction, newConnection(), LINE)
      tried += 1
      if (tried < 3) throw Object.assign(new Error('deadlock detected'), { code: '40P01' })
    })
    await database.close()
    expect({ tried, published }).toEqual({ tried: 3, published: [1] })
  })
})

test('two functions write connections, and both note what they write', () => {
  const src = path.join(import.meta.dirname, '../../src')
  const writing =
    /(?:updateTable|insertInto|deleteFrom)\('connection'\)|(?:update|insert into|delete from) connection\b/u
  const writers = globSync('**/*.ts', { cwd: src }).filter((file) =>
    writing.test(readFileSync(path.join(src, file), 'utf8')),
  )
  expect(writers.filter((file) => !file.startsWith('store/engine/migrations/'))).toEqual([
    'store/connections/connections.ts',
  ])
  const store = readFileSync(path.join(src, 'store/connections/connections.ts'), 'utf8')
  expect(store.match(/(?:updateTable|insertInto)\('connection'\)/gu)).toHaveLength(2)
  expect(store.match(/note\(transaction, CONNECTION_CHANGED/gu)).toHaveLength(2)
})
