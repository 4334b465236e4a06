import { randomBytes } from 'node:crypto'
import { mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { Kysely, sql } from 'kysely'

import { migrate } from '../../src/store/engine/migrate.ts'
import { MIGRATIONS } from '../../src/store/engine/migrations.ts'
import { postgresDialect } from '../../src/store/engine/postgres.ts'
import { sqliteDialect } from '../../src/store/engine/sqlite.ts'
import type { Tables } from '../../src/store/engine/tables.ts'
import { type PostgresServer, startPostgres } from '../postgres.ts'
import { accept, type Company, initiate, read, startCompany, untilState } from './company.ts'

type Database = Kysely<Tables>

const open = (at: string): Database =>
  new Kysely<Tables>({ dialect: at.startsWith('postgres') ? postgresDialect(at) : sqliteDialect(at) })

/** What has another name today, by the name in the first schema. Everything else is called what it was called. */
const RENAMED_TABLES = new Map([
  ['lane', 'serial_queue'],
  ['acceptance', 'redemption'],
])
const RENAMED_COLUMNS = new Map([['lane_key', 'queue_key']])
const RENAMED_QUEUES = new Map<unknown, string>([['backfill', 'mirror']])

type Table = Readonly<{ name: string; columns: readonly { readonly name: string }[] }>

/** The rows of a table of the first schema, whichever names the database has for it and for its columns. */
async function rowsOf(table: string, columns: readonly string[], database: Database, present: readonly Table[]) {
  const renamed = RENAMED_TABLES.get(table)
  const source = present.find(({ name }) => name === renamed) ?? present.find(({ name }) => name === table)
  if (!source) throw new Error(`no table holds what ${table} held`)
  const nameOf = (column: string): string =>
    source.columns.some(({ name }) => name === column) ? column : (RENAMED_COLUMNS.get(column) ?? column)
  const selected = columns.map((column) => sql`${sql.ref(nameOf(column))} as ${sql.ref(column)}`)
  return (
    await sql<Record<string, unknown>>`select ${sql.join(selected)} from ${sql.table(source.name)}`.execute(database)
  ).rows
}

const formerly = (column: string, value: unknown) => (column === 'queue' ? (RENAMED_QUEUES.get(value) ?? value) : value)

/** A database as the first release left it: its schema alone, and of each table the columns that it knew. */
async function asTheFirstReleaseLeftIt(from: string, to: string): Promise<void> {
  const [now, then] = [open(from), open(to)]
  await migrate(then, to.startsWith('postgres') ? 'postgres' : 'sqlite', MIGRATIONS.slice(0, 1))
  const present = await now.introspection.getTables()
  for (const { name, columns } of await then.introspection.getTables()) {
    if (name === 'schema_migration') continue
    const names = columns.map((column) => column.name)
    for (const row of await rowsOf(name, names, now, present))
      await sql`insert into ${sql.table(name)} (${sql.join(names.map((column) => sql.ref(column)))}) values (${sql.join(
        names.map((column) => formerly(column, row[column])),
      )})`.execute(then)
  }
  await Promise.all([now.destroy(), then.destroy()])
}

const stepsIn = async (at: string): Promise<string[]> => {
  const database = open(at)
  const steps = await database.selectFrom('schema_migration').select('id').execute()
  await database.destroy()
  return steps.map(({ id }) => id)
}

describe.each(['SQLite', 'PostgreSQL'])('a database that the first release made, on %s', (kind) => {
  let postgres: PostgresServer | undefined
  let old: Company
  let peer: Company
  const elsewhere = mkdtempSync(path.join(tmpdir(), 'accord-first-'))

  beforeAll(async () => {
    postgres = kind === 'PostgreSQL' ? await startPostgres() : undefined
    const settings = { ACCORD_MASTER_KEY: randomBytes(32).toString('base64') }
    old = await startCompany('Old', await postgres?.createDatabase(), 400, { settings })
    peer = await startCompany('Peer', undefined, 400)
  }, 60_000)
  afterAll(async () => {
    await Promise.all([old.close(), peer.close()])
    await postgres?.stop()
    rmSync(elsewhere, { recursive: true, force: true })
  })

  /** The database of the stopped node becomes one of the first release. */
  async function goBack(): Promise<void> {
    // The first release kept none.
    rmSync(path.join(old.dataDir, 'restore-marker.json'))
    if (old.databaseUrl !== undefined && postgres) {
      const to = await postgres.createDatabase()
      await asTheFirstReleaseLeftIt(old.databaseUrl, to)
      const database = open(old.databaseUrl)
      await sql`drop schema public cascade`.execute(database)
      await sql`create schema public`.execute(database)
      await database.destroy()
      await asTheFirstReleaseLeftIt(to, old.databaseUrl)
      return
    }
    const file = path.join(old.dataDir, 'accord.sqlite')
    const to = path.join(elsewhere, 'accord.sqlite')
    await asTheFirstReleaseLeftIt(file, to)
    for (const ending of ['-wal', '-shm']) rmSync(file + ending, { force: true })
    renameSync(to, file)
  }

  test('is brought up to date at the start: what was connected is, what was invited can be accepted, both sides go on', async () => {
    const { connection, code } = await initiate(old)
    const accepted = await accept(peer, code)
    const invited = await initiate(old)
    await untilState(old, connection.id, 'active')
    let before: string[] = []
    await old.restart(async () => {
      await goBack()
      before = await stepsIn(old.databaseUrl ?? path.join(old.dataDir, 'accord.sqlite'))
    })
    expect(before).toEqual(['0001-first-schema'])
    expect(await read(old, connection.id)).toMatchObject({ state: 'active', name: connection.name })

    await old.client.call('deactivateConnection', { params: { connectionId: connection.id }, body: { actor: 'admin' } })
    await untilState(peer, accepted.id, 'deactivated_by_peer')
    await peer.client.call('deactivateConnection', { params: { connectionId: accepted.id }, body: { actor: 'admin' } })
    await untilState(old, connection.id, 'deactivated_by_both')

    const late = await accept(peer, invited.code)
    await untilState(old, invited.connection.id, 'active')
    await old.client.call('rotateKeys', { params: { connectionId: invited.connection.id }, body: { actor: 'admin' } })
    await untilState(peer, late.id, 'active')
    const listed = await old.client.call('listConnections', { query: { search: connection.name } })
    expect(listed.connections.map(({ id }) => id)).toEqual([connection.id])
  }, 60_000)
})
