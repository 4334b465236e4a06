import { randomUUID } from 'node:crypto'

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { changeConnection, createConnection } from '../../src/connections/change-connection.ts'
import type { ConnectionRecord } from '../../src/store/connections/connection-record.ts'
import {
  findConnection,
  findConnectionByRequest,
  insertConnection,
  isNameFree,
  replaceConnection,
} from '../../src/store/connections/connections.ts'
import { type Database, openDatabase } from '../../src/store/engine/database.ts'
import { listHandshakeEntries } from '../../src/store/connections/handshake-events.ts'
import { databaseKinds } from '../databases.ts'
import { newConnection } from './records.ts'

const LINE = { event: 'initiated', detail: 'A code was issued.', actor: 'abel.tuter' } as const
const NOW = new Date('2026-05-04T10:05:00.000Z')

describe.each(databaseKinds())('connections on $name', (kind) => {
  let database: Database

  beforeAll(async () => {
    await kind.start()
    database = await openDatabase(await kind.fresh())
  })
  afterAll(async () => {
    await database.close()
    await kind.stop()
  })

  const insert = (record: ConnectionRecord) =>
    database.transaction((transaction) => insertConnection(transaction, record))
  const replace = (before: ConnectionRecord, changed: ConnectionRecord) =>
    database.transaction((transaction) => replaceConnection(transaction, before, changed))

  test('a record comes back as it was stored', async () => {
    const record = newConnection({
      state: 'pending',
      reason: { code: 'timed_out', detail: 'Ünreachable' },
      localKey: { x: 'x', sealed: 'sealed' },
      confirmBy: new Date('2026-05-06T10:00:00.123Z'),
    })
    expect(await insert(record)).toBe(true)
    expect(await findConnection(database.db, record.id)).toEqual(record)
    expect(await findConnectionByRequest(database.db, record.requestId ?? '')).toEqual(record)
  })

  test('one request makes one connection', async () => {
    const first = newConnection()
    expect(await insert(first)).toBe(true)
    expect(await insert(newConnection({ requestId: first.requestId }))).toBe(false)
  })

  test('a name is taken regardless of case, width and blanks, until its connection has ended', async () => {
    const holder = newConnection({ name: 'ACME  to Globex' })
    await insert(holder)
    for (const name of ['acme to globex', ' ACME to GLOBEX ', 'ＡＣＭＥ to Globex']) {
      expect(await isNameFree(database.db, name)).toBe(false)
      expect(await insert(newConnection({ name }))).toBe(false)
    }
    await replace(holder, { ...holder, state: 'revoked', revision: 2 })
    expect(await isNameFree(database.db, 'acme to globex')).toBe(true)
    expect(await insert(newConnection({ name: 'acme to globex' }))).toBe(true)
  })

  test('of fifty writers who saw the same revision one writes', async () => {
    const record = newConnection()
    await insert(record)
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, (_, i) => replace(record, { ...record, revision: 2, description: `writer ${i}` })),
    )
    expect(outcomes.filter(Boolean)).toHaveLength(1)
  })

  test('every change appends one log entry and one revision, also when twenty come at once', async () => {
    const record = newConnection()
    await database.transaction((transaction) => createConnection(transaction, record, LINE))
    await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        database.transaction((transaction) =>
          changeConnection(transaction, record.id, NOW, {
            event: 'reissued',
            detail: `code ${i}`,
            actor: 'abel.tuter',
            onlyIn: ['invited'],
          }),
        ),
      ),
    )
    expect((await findConnection(database.db, record.id))?.revision).toBe(21)
    const entries = await listHandshakeEntries(database.db, record.id, 100)
    expect(entries).toHaveLength(21)
    expect(entries[0]).toMatchObject({ event: 'initiated', actor: 'abel.tuter', connectionId: record.id })
    expect(await listHandshakeEntries(database.db, record.id, 5)).toEqual(entries.slice(-5))
  })

  test('a transition that the table does not know is refused and leaves no trace', async () => {
    const record = newConnection({ state: 'active' })
    await database.transaction((transaction) => createConnection(transaction, record, LINE))
    const change = { transition: 'firstSignedCall', event: 'activated', detail: '', actor: 'node' } as const
    await expect(
      database.transaction((transaction) => changeConnection(transaction, record.id, NOW, change)),
    ).rejects.toMatchObject({ code: 'state_conflict' })
    expect(await findConnection(database.db, record.id)).toEqual(record)
    expect(await listHandshakeEntries(database.db, record.id, 10)).toHaveLength(1)
  })

  test('a transaction that throws leaves neither connection nor log nor callback', async () => {
    const record = newConnection()
    const work = database.transaction(async (transaction) => {
      await createConnection(transaction, record, LINE)
      throw new Error('power cut')
    })
    await expect(work).rejects.toThrow('power cut')
    expect(await findConnection(database.db, record.id)).toBeUndefined()
    const jobs = await database.db.selectFrom('job').selectAll().where('queue_key', '=', record.id).execute()
    expect(jobs).toEqual([])
  })

  test('a name that was taken meanwhile stops a connection from coming back', async () => {
    const name = `Returning ${randomUUID()}`
    const ended = newConnection({ name, state: 'revoked' })
    await insert(ended)
    await insert(newConnection({ name }))
    const change = { transition: 'reissue', event: 'reissued', detail: '', actor: 'abel.tuter' } as const
    await expect(
      database.transaction((transaction) => changeConnection(transaction, ended.id, NOW, change)),
    ).rejects.toMatchObject({ code: 'name_taken' })
  })
})
