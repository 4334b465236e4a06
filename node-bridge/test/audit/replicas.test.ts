import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { entrySigner } from '../../src/audit/entry-proof.ts'
import { verifyAuditLog } from '../../src/audit/verify-audit-log.ts'
import { withOrigin } from '../../src/audit/origin.ts'
import { recordAudit } from '../../src/audit/record-audit.ts'
import { sealAll } from '../../src/audit/seal-audit.ts'
import { createVault } from '../../src/vault/vault.ts'
import { listChained } from '../../src/store/audit/audit-entries.ts'
import { type Database, type DatabaseLocation, openDatabase } from '../../src/store/engine/database.ts'
import { databaseKinds } from '../databases.ts'

const vault = createVault(Buffer.alloc(32, 7))
const REPLICAS = [0, 1, 2]
const EACH = 40

describe.each(databaseKinds())('replicas on one $name', (kind) => {
  let replicas: Database[] = []

  beforeAll(async () => {
    await kind.start()
    const location: DatabaseLocation = await kind.fresh()
    const open = await Promise.all(
      (kind.name === 'SQLite' ? [0] : REPLICAS).map(() => openDatabase(location, undefined, entrySigner(vault))),
    )
    // The embedded database belongs to one process; there the three share it, and its groups of commits.
    replicas = REPLICAS.flatMap((i) => open[i % open.length] ?? [])
  })
  afterAll(async () => {
    await Promise.all([...new Set(replicas)].map((replica) => replica.close()))
    await kind.stop()
  })

  test('write and chain at the same time: one chain, every entry once, each with the address of its own caller', async () => {
    const write = (database: Database, replica: number, i: number) =>
      withOrigin({ caller: 'public', source: `192.0.2.${replica}`, requestId: `${i}` }, async () => {
        await database.transaction((transaction) =>
          recordAudit(transaction, {
            at: new Date(),
            actor: 'abel.tuter',
            action: 'connection.initiated',
            subject: `${replica} ${i}`,
            details: {},
          }),
        )
        if (i % 5 === 0) await sealAll(database, vault)
      })
    await Promise.all(
      replicas.flatMap((database, replica) => Array.from({ length: EACH }, (_, i) => write(database, replica, i))),
    )
    await Promise.all(replicas.map((database) => sealAll(database, vault)))
    const [first] = replicas
    if (!first) throw new Error('There is no replica')
    expect(await verifyAuditLog(first.db, { vault })).toMatchObject({
      intact: true,
      entries: REPLICAS.length * EACH,
      seal: 'fits',
      waiting: 0,
    })
    const entries = await listChained(first.db, 0, 1000)
    expect(new Set(entries.map(({ subject }) => subject)).size).toBe(REPLICAS.length * EACH)
    for (const { subject, source, requestId } of entries)
      expect(`${source.split('.').at(-1)} ${requestId}`).toBe(subject)
  })
})
