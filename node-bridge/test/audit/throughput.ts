/**
 * What the audit log costs, by hand: `node node-bridge/test/audit/throughput.ts`. Three seconds for each way on each
 * database: nothing recorded, recorded with the head of the chain moved in the change's own transaction, and as we do it.
 * A change is one small insert, sixteen of them in flight: the cheapest change there is, so the dearest log.
 */
import { randomUUID } from 'node:crypto'

import { pino } from 'pino'

import { entrySigner } from '../../src/audit/entry-proof.ts'
import { recordAudit } from '../../src/audit/record-audit.ts'
import { startAuditSealer } from '../../src/audit/audit-sealer.ts'
import { createVault } from '../../src/vault/vault.ts'
import { moveAuditHead, readAuditHead } from '../../src/store/audit/audit-head.ts'
import { type Database, openDatabase } from '../../src/store/engine/database.ts'
import type { Db } from '../../src/store/engine/tables.ts'
import { databaseKinds } from '../databases.ts'

const FOR_MS = 3000
const IN_FLIGHT = 16
const vault = createVault(Buffer.alloc(32, 7))
/** A host that remembers nothing: the file is not what is measured. */
const NO_ANCHOR = { seen: () => undefined, move: () => undefined, stop: () => undefined }

const change = async (db: Db) => {
  await db.insertInto('spent_request').values({ id: randomUUID(), expires_at: 0 }).execute()
}
const record = (db: Db) =>
  recordAudit(db, { at: new Date(), actor: 'a', action: 'connection.initiated', subject: randomUUID(), details: {} })

/** What the first idea was: whoever records holds the one row of the head until its commit. */
async function moveHeadNow(db: Db): Promise<void> {
  for (let head = await readAuditHead(db); ; head = await readAuditHead(db))
    if (
      await moveAuditHead(db, head.seq, {
        seq: head.seq + 1,
        hash: randomUUID(),
        sealed: null,
        generation: 0,
        sinceSeq: 0,
        sinceHash: null,
      })
    )
      return
}

const WAYS: Readonly<Record<string, (db: Db) => Promise<void>>> = {
  'nothing recorded': change,
  'head in each transaction': async (db) => {
    await change(db)
    await record(db)
    await moveHeadNow(db)
  },
  'chained in groups': async (db) => {
    await change(db)
    await record(db)
  },
}

async function measure(database: Database, name: string, work: (db: Db) => Promise<void>): Promise<void> {
  const log = pino({ level: 'silent' })
  const sealer =
    name === 'chained in groups'
      ? startAuditSealer({
          database,
          vault,
          anchor: NO_ANCHOR,
          watch: { note: () => undefined, broken: () => undefined },
          log,
        })
      : undefined
  const until = Date.now() + FOR_MS
  let done = 0
  const runner = async () => {
    for (; Date.now() < until; done += 1) {
      await database.transaction(work)
      sealer?.wake()
    }
  }
  await Promise.all(Array.from({ length: IN_FLIGHT }, runner))
  const startedAt = performance.now()
  await sealer?.stop()
  const perSecond = String(Math.round((done * 1000) / FOR_MS)).padStart(6)
  const behindMs = Math.round(performance.now() - startedAt)
  process.stdout.write(`  ${name.padEnd(26)} ${perSecond} changes/s, ${behindMs} ms to catch up\n`)
}

for (const kind of databaseKinds()) {
  await kind.start()
  process.stdout.write(`${kind.name}, ${IN_FLIGHT} in flight\n`)
  for (const [name, work] of Object.entries(WAYS)) {
    const database = await openDatabase(await kind.fresh(), undefined, entrySigner(vault))
    await measure(database, name, work)
    await database.close()
  }
  await kind.stop()
}
