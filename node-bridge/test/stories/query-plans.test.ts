import { subscribe, unsubscribe } from 'node:diagnostics_channel'

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { CompiledQuery, sql } from 'kysely'

import { type Database, openDatabase } from '../../src/store/engine/database.ts'
import type { Db } from '../../src/store/engine/tables.ts'
import { databaseKinds } from '../databases.ts'
import { accept, type Company, initiate, startCompany, untilState } from './company.ts'

/** Tables that hold a row for each connection, or more. */
const GROWING = [
  'audit_entry',
  'connection',
  'contact',
  'handshake_event',
  'invitation',
  'job',
  'key_rotation',
  'redemption',
  'serial_queue',
  'spent_request',
]
/** Of what is held now only. */
const SMALL_INDEX = /USING (?:COVERING )?INDEX serial_queue_leased/u
const ACTOR = { actor: 'abel.tuter' }
const CONTACT_EVERY_MS = 300

const statements = new Set<string>()
const note = (text: unknown) =>
  void (/^(?:select|update|delete|insert|with)/u.test(String(text)) && statements.add(String(text)))

/**
 * No time is measured: a plan says by itself what grows. A scan along an index that a limit ends is no scan of the table.
 */
describe.each(databaseKinds())('query plans on $name', (kind) => {
  let acme: Company
  let globex: Company
  let database: Database

  beforeAll(async () => {
    subscribe('accord:statement', note)
    await kind.start()
    acme = await startCompany('Acme', (await kind.fresh()).databaseUrl, CONTACT_EVERY_MS)
    globex = await startCompany('Globex', (await kind.fresh()).databaseUrl, CONTACT_EVERY_MS)
    // The steps of the schema scan once, at a start; what is checked comes after it.
    statements.clear()
    await liveALife(acme, globex)
    unsubscribe('accord:statement', note)
    database = await openDatabase(await kind.fresh())
  }, 60_000)
  afterAll(async () => {
    unsubscribe('accord:statement', note)
    await Promise.all([acme.close(), globex.close(), database.close()])
    await kind.stop()
    statements.clear()
  })

  const findTableScans = (texts: readonly string[]) =>
    (database.dialect === 'sqlite' ? explainInSqlite : explainInPostgres)(database.db, texts)

  test('nothing that a connection causes in its life scans a table that grows', async () => {
    expect(statements.size).toBeGreaterThan(60)
    expect(await findTableScans([...statements])).toEqual([])
  })

  test('a scan of a table is found', async () => {
    const scan = `select "id" from "connection" where "description" = ${database.dialect === 'sqlite' ? '?' : '$1'}`
    expect(await findTableScans([scan])).toEqual([expect.stringMatching(/scan .*connection/iu)])
  })
})

/** Begun, accepted, contacted, paused, renewed and deleted; one is revoked; and both lists are looked at. */
async function liveALife(acme: Company, globex: Company): Promise<void> {
  const revoked = await initiate(acme)
  await acme.client.call('revokeInvitation', { params: { connectionId: revoked.connection.id }, body: ACTOR })
  const { connection, code } = await initiate(acme)
  const accepted = await accept(globex, code)
  const params = { connectionId: connection.id }
  await untilState(acme, connection.id, 'active')
  await acme.client.call('listConnections')
  await acme.client.call('deactivateConnection', { params, body: ACTOR })
  await untilState(globex, accepted.id, 'deactivated_by_peer')
  await acme.client.call('activateConnection', { params, body: ACTOR })
  await untilState(globex, accepted.id, 'active')
  await new Promise((resolve) => setTimeout(resolve, 4 * CONTACT_EVERY_MS))
  await globex.client.call('deleteConnection', { params: { connectionId: accepted.id }, body: ACTOR })
  await untilState(acme, connection.id, 'terminated_by_peer')
}

const isGrowing = (table: string | undefined) => GROWING.includes(table ?? '')

async function explainInSqlite(db: Db, texts: readonly string[]): Promise<string[]> {
  const scans: string[] = []
  for (const text of texts) {
    const values = Array.from(text.matchAll(/\?/gu), () => null)
    const { rows } = await db.executeQuery<{ detail: string }>(CompiledQuery.raw(`explain query plan ${text}`, values))
    for (const { detail } of rows) {
      const [, table, way] = /^SCAN (\w+)(.*)$/u.exec(detail) ?? []
      const isPage = way?.includes('USING') && (/limit/u.test(text) || SMALL_INDEX.test(way))
      if (isGrowing(table) && !isPage) scans.push(`${detail}: ${text}`)
    }
  }
  return scans
}

/** With scans of tables forbidden as far as there is another way: on an empty database they would be the cheapest. */
async function explainInPostgres(db: Db, texts: readonly string[]): Promise<string[]> {
  return db.connection().execute(async (connection) => {
    await sql`set enable_seqscan = off`.execute(connection)
    const scans: string[] = []
    for (const text of texts) {
      const plan = sql.raw<Record<string, string>>(`explain (generic_plan) ${text}`)
      for (const line of (await plan.execute(connection)).rows.flatMap((row) => Object.values(row)))
        if (isGrowing(/Seq Scan on (\w+)/u.exec(line)?.[1])) scans.push(`${line.trim()}: ${text}`)
    }
    return scans
  })
}
