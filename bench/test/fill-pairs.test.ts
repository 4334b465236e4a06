import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, expect, test } from '@jest/globals'

import { openDatabase } from '../../node-bridge/src/store/engine/database.ts'
import { listCausesOfAll } from '../../node-bridge/src/store/sync/queued-pairs.ts'
import { findPairsOfRecord, insertPair } from '../../node-bridge/src/store/sync/sync-pairs.ts'
import { emptyPair } from '../../node-bridge/src/sync/items/empty-pair.ts'
import { startPair } from '../../node-bridge/src/sync/pairs/sync-pair.ts'
import { fillPairs } from '../sync/fill-pairs.ts'

let dataDir: string
const open = () => openDatabase({ dataDir, databaseUrl: undefined })

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'accord-bench-test-'))
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

async function addLinked(): Promise<void> {
  const database = await open()
  const pair = { ...startPair({ side: 'source', epoch: 1 }), state: 'linked', seenVersion: '7' } as const
  const names = { connectionId: 'connection', pairId: 'pair', table: 'incident' }
  const stored = { ...emptyPair({ ...names, pair }, new Date()), recordId: 'record', isReportDue: true }
  await database.transaction(async (transaction) => {
    await insertPair(transaction, stored)
    const event = { item_id: stored.id, at: 1, event: 'began', details: '{}' }
    for (const id of ['one', 'two'])
      await transaction
        .insertInto('item_event')
        .values({ ...event, id })
        .execute()
  })
  await database.close()
}

test('copies have names and a history of their own, some are held, and none is to be reported', async () => {
  await addLinked()
  const { scanned, bytes } = fillPairs(dataDir, 500)
  expect(bytes).toBeGreaterThan(0)
  const database = await open()
  try {
    expect(await listCausesOfAll(database.db)).toEqual([
      { connectionId: 'connection', code: 'script_threw', count: 60 },
    ])
    const pairs = await database.db.selectFrom('sync_pair').selectAll().execute()
    expect(pairs).toHaveLength(501)
    expect(pairs.filter((row) => row.report_due === 1).map((row) => row.record_id)).toEqual(['record'])
    const events = await database.db.selectFrom('item_event').selectAll().execute()
    expect(events).toHaveLength(1002)
    const ids = new Set(pairs.map(({ id }) => id))
    expect(events.every((event) => ids.has(event.item_id))).toBe(true)
    expect(scanned).toHaveLength(100)
    for (const { table, id, version } of scanned) {
      const [found, ...others] = await findPairsOfRecord(database.db, table, id)
      expect(others).toEqual([])
      expect(found?.pair).toMatchObject({ state: 'linked', seenVersion: version })
    }
  } finally {
    await database.close()
  }
})

test('a database without a linked pair is refused', async () => {
  await (await open()).close()
  expect(() => fillPairs(dataDir, 10)).toThrow('no linked pair')
})
