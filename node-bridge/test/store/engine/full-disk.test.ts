import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { sql } from 'kysely'

import { createHealth } from '../../../src/observability/health.ts'
import { type Database, openDatabase } from '../../../src/store/engine/database.ts'
import { spendRequestId } from '../../../src/store/handshake/spent-requests.ts'
import { storageFailureOf } from '../../../src/store/engine/storage-failure.ts'

const UNTIL = new Date('2026-05-04T10:00:00.000Z')
const LONG = 'x'.repeat(3000)

let dataDir = ''
let database: Database

beforeEach(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'accord-full-'))
  database = await openDatabase({ dataDir, databaseUrl: undefined })
})
afterEach(async () => {
  await database.close()
  rmSync(dataDir, { recursive: true, force: true })
})

/** SQLite refuses every page more with SQLITE_FULL, as it does on a full disk; needs no right to mount one. */
async function leaveRoomFor(pages: number): Promise<void> {
  const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(database.db)
  await sql.raw(`pragma max_page_count = ${(rows[0]?.page_count ?? 0) + pages}`).execute(database.db)
}
const makeRoom = () => sql`pragma max_page_count = 1000000`.execute(database.db)

const write = (id: string) =>
  database
    .transaction((transaction) => spendRequestId(transaction, `${id} ${LONG}`, UNTIL))
    .then(
      () => ({ id, failure: undefined }),
      (error: unknown) => ({ id, failure: storageFailureOf(error) ?? String(error) }),
    )
const writeMany = (name: string, count: number) =>
  Promise.all(Array.from({ length: count }, (_, i) => write(`${name}-${i}`)))

const storedIds = async () => {
  const rows = await database.db.selectFrom('spent_request').select('id').execute()
  return rows.map(({ id }) => id.split(' ')[0]).toSorted()
}

test('a full database: who shares a commit learns why, what was acknowledged stands, and it goes on when there is room', async () => {
  await leaveRoomFor(40)
  const answers = [...(await writeMany('a', 30)), ...(await writeMany('b', 30))]
  const acknowledged = answers.filter(({ failure }) => failure === undefined).map(({ id }) => id)
  const refused = answers.filter(({ failure }) => failure !== undefined)
  expect([acknowledged.length > 0, refused.length > 0]).toEqual([true, true])
  expect(new Set(refused.map(({ failure }) => failure))).toEqual(new Set(['the disk is full']))
  expect(await storedIds()).toEqual(acknowledged.toSorted())
  await makeRoom()
  const later = await writeMany('c', 30)
  expect(later.filter(({ failure }) => failure !== undefined)).toEqual([])
  expect(await storedIds()).toEqual([...acknowledged, ...later.map(({ id }) => id)].toSorted())
})

test('a node whose database takes nothing is not ready and says why; it is ready again when there is room', async () => {
  let nowMs = 0
  const health = createHealth({ database, areQueuesRunning: () => true, clockMs: () => nowMs })
  expect(await health.ready()).toEqual({ ready: true, checks: { database: true, queues: true } })
  await leaveRoomFor(0)
  await fillFreePages()
  nowMs += 2001
  expect(await health.ready()).toEqual({
    ready: false,
    checks: { database: false, queues: true },
    reason: 'The database cannot be used: the disk is full',
  })
  await makeRoom()
  nowMs += 501
  expect(await health.ready()).toMatchObject({ ready: true })
})

/** Until not even a row of some bytes has room. */
async function fillFreePages(): Promise<void> {
  for (let i = 0; ; i += 1) {
    const outcome = database.transaction((transaction) => spendRequestId(transaction, `fill ${i}`, UNTIL))
    if ((await outcome.catch(() => 'full')) === 'full') return
  }
}
