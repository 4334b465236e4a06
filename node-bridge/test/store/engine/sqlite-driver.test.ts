import { mkdtempSync, readdirSync, readlinkSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { Kysely, sql } from 'kysely'

import { migrate } from '../../../src/store/engine/migrate.ts'
import { spendRequestId } from '../../../src/store/handshake/spent-requests.ts'
import { sqliteDialect } from '../../../src/store/engine/sqlite.ts'
import type { Db, Tables } from '../../../src/store/engine/tables.ts'

const UNTIL = new Date('2026-05-04T10:00:00.000Z')

let directory = ''
let db: Db

beforeEach(async () => {
  directory = mkdtempSync(path.join(tmpdir(), 'accord-driver-'))
  db = new Kysely<Tables>({ dialect: sqliteDialect(path.join(directory, 'accord.sqlite')) })
  await migrate(db, 'sqlite')
})
afterEach(async () => {
  await db.destroy()
  rmSync(directory, { recursive: true, force: true })
})

const storedIds = async (from: Db = db) =>
  (await from.selectFrom('spent_request').select('id').execute()).map(({ id }) => id).toSorted()

test('who reads waits for no transaction, sees nothing of it before its commit, and all of it after', async () => {
  const seen = await db.transaction().execute(async (transaction) => {
    await spendRequestId(transaction, 'in the making', UNTIL)
    return { outside: await storedIds(), inside: await storedIds(transaction) }
  })
  expect(seen).toEqual({ outside: [], inside: ['in the making'] })
  expect(await storedIds()).toEqual(['in the making'])
})

test('who writes waits for its turn, in the order of asking, with and without a transaction', async () => {
  const order: string[] = []
  const write = (id: string, by: Db) => spendRequestId(by, id, UNTIL).then(() => order.push(id))
  await Promise.all([
    db.transaction().execute(async (transaction) => {
      await new Promise((resolve) => setTimeout(resolve, 20))
      await write('first', transaction)
    }),
    write('second', db),
    db.transaction().execute((transaction) => write('third', transaction)),
    write('fourth', db),
  ])
  expect(order).toEqual(['first', 'second', 'third', 'fourth'])
})

test('what fails gives its turn on, be it a statement or a transaction', async () => {
  await spendRequestId(db, 'taken', UNTIL)
  const insert = (by: Db) => by.insertInto('spent_request').values({ id: 'taken', expires_at: 0 }).execute()
  await expect(insert(db)).rejects.toThrow('UNIQUE')
  await expect(db.transaction().execute(insert)).rejects.toThrow('UNIQUE')
  expect(await spendRequestId(db, 'next', UNTIL)).toBe(true)
})

test('the last to close leaves one file, with everything in it', async () => {
  await spendRequestId(db, 'kept', UNTIL)
  await db.destroy()
  expect(readdirSync(directory)).toEqual(['accord.sqlite'])
  db = new Kysely<Tables>({ dialect: sqliteDialect(path.join(directory, 'accord.sqlite')) })
  expect(await storedIds()).toEqual(['kept'])
})

/** A temporary file has no name from the moment on that SQLite has it open. */
const filesWithoutName = () =>
  readdirSync('/proc/self/fd').flatMap((fd) => {
    try {
      return [readlinkSync(`/proc/self/fd/${fd}`)].filter((file) => file.endsWith(' (deleted)'))
    } catch {
      return []
    }
  })

test('what a savepoint could take back stands in no file, however many pages it is', async () => {
  const spendMany = async (by: Db, from: string) => {
    for (let at = 0; at < 2000; at += 1) await spendRequestId(by, `${(at * 7919) % 2000} ${from}`.padEnd(200), UNTIL)
  }
  await db.transaction().execute((transaction) => spendMany(transaction, 'first'))
  const before = filesWithoutName()
  await db.transaction().execute(async (transaction) => {
    await sql`savepoint member`.execute(transaction)
    await spendMany(transaction, 'second')
    expect(filesWithoutName()).toEqual(before)
    await sql`rollback to member`.execute(transaction)
  })
  expect(await storedIds()).toHaveLength(2000)
})
