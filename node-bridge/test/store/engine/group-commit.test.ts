import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { Kysely, sql } from 'kysely'

import { createGroupCommit } from '../../../src/store/engine/group-commit.ts'
import { migrate } from '../../../src/store/engine/migrate.ts'
import { sqliteDialect } from '../../../src/store/engine/sqlite.ts'
import { spendRequestId } from '../../../src/store/handshake/spent-requests.ts'
import type { Db, Tables } from '../../../src/store/engine/tables.ts'

const UNTIL = new Date('2026-05-04T10:00:00.000Z')
const FIFTY = Array.from({ length: 50 }, (_, i) => i)

let directory = ''
let db: Db
let commits = 0

beforeEach(async () => {
  directory = mkdtempSync(path.join(tmpdir(), 'accord-group-'))
  const log = ({ query }: { query: { sql: string } }) => void (commits += query.sql === 'commit' ? 1 : 0)
  db = new Kysely<Tables>({ dialect: sqliteDialect(path.join(directory, 'accord.sqlite')), log })
  await migrate(db, 'sqlite')
  commits = 0
})
afterEach(async () => {
  await db.destroy()
  rmSync(directory, { recursive: true, force: true })
})

const storedIds = async () =>
  (await db.selectFrom('spent_request').select('id').execute()).map(({ id }) => id).toSorted()

test('fifty that come at once share a commit', async () => {
  const transaction = createGroupCommit(db)
  await Promise.all(FIFTY.map((i) => transaction((member) => spendRequestId(member, `id-${i}`, UNTIL))))
  expect(commits).toBeLessThan(5)
  expect(await storedIds()).toHaveLength(50)
})

test('who comes alone is committed at once', async () => {
  const transaction = createGroupCommit(db)
  expect(await transaction((member) => spendRequestId(member, 'alone', UNTIL))).toBe(true)
  expect(commits).toBe(1)
})

test('one that throws takes nothing of its neighbours with it', async () => {
  const transaction = createGroupCommit(db)
  const outcomes = await Promise.allSettled(
    ['a', 'b', 'c'].map((id) =>
      transaction(async (member) => {
        await spendRequestId(member, id, UNTIL)
        if (id === 'b') throw new Error('b changed its mind')
        return id
      }),
    ),
  )
  expect(outcomes).toEqual([
    { status: 'fulfilled', value: 'a' },
    { status: 'rejected', reason: new Error('b changed its mind') },
    { status: 'fulfilled', value: 'c' },
  ])
  expect(await storedIds()).toEqual(['a', 'c'])
})

test('when the commit fails nobody learns of success, and the next group is not harmed', async () => {
  await sql`pragma foreign_keys = on`.execute(db)
  await sql`create table child (id text references spent_request (id) deferrable initially deferred)`.execute(db)
  const transaction = createGroupCommit(db)
  const outcomes = await Promise.allSettled([
    transaction((member) => spendRequestId(member, 'innocent', UNTIL)),
    transaction((member) => sql`insert into child values ('orphan')`.execute(member)),
  ])
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(await storedIds()).toEqual([])
  expect(await transaction((member) => spendRequestId(member, 'next', UNTIL))).toBe(true)
})
