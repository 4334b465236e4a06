import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { sql } from 'kysely'

import { hashOf } from '../../src/audit/audit-entry.ts'
import { entrySigner } from '../../src/audit/entry-proof.ts'
import { verifyAuditLog } from '../../src/audit/verify-audit-log.ts'
import { withOrigin } from '../../src/audit/origin.ts'
import { recordAudit } from '../../src/audit/record-audit.ts'
import { sealAll } from '../../src/audit/seal-audit.ts'
import { createVault } from '../../src/vault/vault.ts'
import { listChained } from '../../src/store/audit/audit-entries.ts'
import { readAuditHead } from '../../src/store/audit/audit-head.ts'
import { type Database, openDatabase } from '../../src/store/engine/database.ts'
import { databaseKinds } from '../databases.ts'

const vault = createVault(Buffer.alloc(32, 7))
const AT = new Date('2026-05-04T10:00:00.000Z')
const FROM_ACME = { caller: 'instance', source: '203.0.113.7', requestId: 'request-1' } as const

describe.each(databaseKinds())('the audit chain on $name', (kind) => {
  let database: Database

  beforeAll(() => kind.start())
  afterAll(() => kind.stop())
  beforeEach(async () => {
    await database?.close()
    database = await openDatabase(await kind.fresh(), undefined, entrySigner(vault))
    for (let i = 1; i <= 10; i += 1) await record(`subject ${i}`)
    await sealAll(database, vault)
  })
  afterAll(() => database.close())

  const record = (subject: string) =>
    withOrigin(FROM_ACME, () =>
      database.transaction((transaction) =>
        recordAudit(transaction, { at: AT, actor: 'abel.tuter', action: 'connection.initiated', subject, details: {} }),
      ),
    )
  const verify = () => verifyAuditLog(database.db, { vault })
  const meddle = (statement: string) => sql.raw(statement).execute(database.db)

  test('holds who did what, from where, in the order in which it was done', async () => {
    const entries = await listChained(database.db, 0, 100)
    expect(entries.map(({ seq, subject }) => [seq, subject])).toEqual(
      Array.from({ length: 10 }, (_, i) => [i + 1, `subject ${i + 1}`]),
    )
    expect(entries[0]).toMatchObject({ actor: 'abel.tuter', action: 'connection.initiated', at: AT, ...FROM_ACME })
    expect(await verify()).toMatchObject({ intact: true, entries: 10, seal: 'fits', waiting: 0, broken: null })
  })

  test.each([
    ['id', `'0190a1b2-0000-7000-8000-000000000000'`],
    ['at', '1'],
    ['actor', `'someone.else'`],
    ['caller', `'operator'`],
    ['source', `'198.51.100.1'`],
    ['request_id', 'null'],
    ['action', `'connection.deleted'`],
    ['subject', `'another'`],
    ['details', `'{"a":1}'`],
    ['previous_hash', `'${'0'.repeat(64)}'`],
    ['hash', `'${'0'.repeat(64)}'`],
  ])('a changed %s is found at its entry', async (column, value) => {
    await meddle(`update audit_entry set ${column} = ${value} where seq = 4`)
    expect(await verify()).toMatchObject({ intact: false, entries: 3, broken: { seq: 4 } })
  })

  test('details that are no JSON any more are found like any other change', async () => {
    await meddle(`update audit_entry set details = '{' where seq = 4`)
    expect(await verify()).toMatchObject({ intact: false, broken: { seq: 4 } })
  })

  test('a number that was changed or emptied leaves a gap, also after the node has chained what has none', async () => {
    await meddle('update audit_entry set seq = 40 where seq = 4')
    expect(await verify()).toMatchObject({ intact: false, broken: { seq: 4, id: null } })
    await meddle('update audit_entry set seq = null where seq = 40')
    await sealAll(database, vault)
    expect(await verify()).toMatchObject({ intact: false, broken: { seq: 4, id: null } })
  })

  test('an entry that was removed is missed', async () => {
    await meddle('delete from audit_entry where seq = 4')
    expect(await verify()).toMatchObject({ intact: false, broken: { seq: 4, why: expect.stringContaining('missing') } })
  })

  test('two entries that changed places are found at the first of them', async () => {
    await meddle('update audit_entry set seq = 99 where seq = 4')
    await meddle('update audit_entry set seq = 4 where seq = 5')
    await meddle('update audit_entry set seq = 5 where seq = 99')
    expect(await verify()).toMatchObject({ intact: false, broken: { seq: 4 } })
  })

  test('an entry that somebody inserted, with a hash that fits, breaks what follows', async () => {
    const before = (await listChained(database.db, 3, 1))[0]
    if (!before?.previousHash) throw new Error('Entry 4 is missing')
    const forged = { ...before, actor: 'someone.else' }
    const hash = hashOf(forged, 4, before.previousHash)
    await meddle(`update audit_entry set actor = 'someone.else', hash = '${hash}' where seq = 4`)
    expect(await verify()).toMatchObject({ intact: false, broken: { seq: 5 } })
  })

  test('a tail that was cut off is missed by the head', async () => {
    await meddle('delete from audit_entry where seq > 7')
    expect(await verify()).toMatchObject({ intact: false, broken: { seq: 8, why: expect.stringContaining('head') } })
  })

  test('a head that was written to fit a cut or forged chain carries no seal of the master key', async () => {
    const seventh = (await listChained(database.db, 6, 1))[0]
    await meddle('delete from audit_entry where seq > 7')
    await meddle(`update audit_head set seq = 7, hash = '${seventh?.hash}'`)
    expect(await verify()).toMatchObject({ intact: false, seal: 'broken', broken: { seq: 7 } })
    await meddle('update audit_head set head_sealed = null')
    expect(await verify()).toMatchObject({ intact: false, seal: 'broken' })
  })

  test('a whole older state, head included, is found only by an anchor that was kept elsewhere', async () => {
    const older = await readAuditHead(database.db)
    await record('subject 11')
    await sealAll(database, vault)
    const anchor = await readAuditHead(database.db)
    await meddle('delete from audit_entry where seq > 10')
    await meddle(`update audit_head set seq = 10, hash = '${older.hash}', head_sealed = '${older.sealed}'`)
    expect(await verify()).toMatchObject({ intact: true, entries: 10, seal: 'fits' })
    expect(await verifyAuditLog(database.db, { vault, anchor })).toMatchObject({ intact: false, broken: { seq: 11 } })
  })

  test('without the master key the chain is followed all the same, and the seal is called unchecked', async () => {
    expect(await verifyAuditLog(database.db, { vault: undefined })).toMatchObject({ intact: true, seal: 'unchecked' })
  })

  test('an entry exists if and only if its change was committed', async () => {
    const work = database.transaction(async (transaction) => {
      const event = { at: AT, actor: 'a', action: 'node.started', subject: null, details: {} } as const
      await recordAudit(transaction, event)
      throw new Error('power cut')
    })
    await expect(work).rejects.toThrow('power cut')
    await sealAll(database, vault)
    expect(await verify()).toMatchObject({ intact: true, entries: 10, waiting: 0 })
  })

  test('what waits for its place is counted, and gets it in the order in which it was written', async () => {
    for (const subject of ['first', 'second', 'third']) await record(subject)
    expect(await verify()).toMatchObject({ intact: true, entries: 10, waiting: 3 })
    await sealAll(database, vault)
    expect((await listChained(database.db, 10, 10)).map(({ subject }) => subject)).toEqual(['first', 'second', 'third'])
  })
})
