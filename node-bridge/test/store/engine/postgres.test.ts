import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import { Kysely, sql } from 'kysely'

import { openDatabase } from '../../../src/store/engine/database.ts'
import { postgresDialect } from '../../../src/store/engine/postgres.ts'
import { storageFailureOf } from '../../../src/store/engine/storage-failure.ts'
import { SELF_SIGNED } from '../../network/self-signed.ts'
import { type PostgresServer, startPostgres } from '../../postgres.ts'
import { type FallingSilent, standBefore } from '../falling-silent.ts'

const run = promisify(execFile)
const OPENER = fileURLToPath(new URL('../open-database.ts', import.meta.url))

const TIMEOUT_MS = 500
/** The timeout and what the server needs to say so. */
const SILENCE_MS = 5500

let server: PostgresServer
let directory: string
let before: FallingSilent | undefined

beforeAll(async () => {
  server = await startPostgres({ tls: SELF_SIGNED })
  directory = mkdtempSync(join(tmpdir(), 'accord-tls-'))
  writeFileSync(join(directory, 'ca.pem'), SELF_SIGNED.cert)
})
afterEach(() => before?.close())
afterAll(async () => {
  await server.stop()
  rmSync(directory, { recursive: true, force: true })
})

const open = (url: string) => new Kysely<object>({ dialect: postgresDialect(url, { timeoutMs: TIMEOUT_MS }) })

const overTls = async (): Promise<string> =>
  `${await server.createDatabase()}?sslmode=verify-full&sslrootcert=${join(directory, 'ca.pem')}`

const ask = (db: Kysely<object>, statement: string) =>
  sql
    .raw(statement)
    .execute(db)
    .then(
      () => 'answered',
      (error: unknown) => storageFailureOf(error) ?? String(error),
    )

test.each([
  ['', () => server.createDatabase()],
  [' behind TLS', overTls],
])('a server%s that falls silent: all who wait receive it, and its successor is used at once', async (_, urlOf) => {
  before = await standBefore(await urlOf())
  const db = open(before.url)
  const asked = Array.from({ length: 10 }, () => ask(db, 'select pg_sleep(0.3)'))
  await Promise.race(asked)
  before.fallSilent()
  const again = Array.from({ length: 10 }, () => ask(db, 'select 1'))
  const outcomes = new Set(await Promise.all([...asked, ...again]))
  expect([...outcomes].filter((outcome) => outcome !== 'answered')).toEqual(['PostgreSQL does not answer'])
  expect(await ask(db, 'select 1')).toBe('answered')
  await db.destroy()
})

test('a connection by TLS is encrypted, and one on which something happens is not taken for silent', async () => {
  const db = open(await overTls())
  const encrypted = await sql<{ ssl: boolean }>`select ssl from pg_stat_ssl where pid = pg_backend_pid()`.execute(db)
  expect(encrypted.rows).toEqual([{ ssl: true }])
  const until = Date.now() + SILENCE_MS + 1000
  await db.connection().execute(async (connection) => {
    while (Date.now() < until) expect(await ask(connection, 'select pg_sleep(0.2)')).toBe('answered')
  })
  await db.destroy()
})

test('a certificate that is vouched for is taken', async () => {
  await run(process.execPath, [OPENER, JSON.stringify({ dataDir: directory, databaseUrl: await overTls() })])
})

test.each([
  ['that nobody vouches for', '127.0.0.1', () => ''],
  ['of another host', '127.1', () => `&sslrootcert=${join(directory, 'ca.pem')}`],
])('a certificate %s is refused by the name of the setting', async (_, host, rootOf) => {
  const plain = (await server.createDatabase()).replace('127.0.0.1', host)
  const databaseUrl = `${plain}?sslmode=verify-full${rootOf()}`
  const opening = run(process.execPath, [OPENER, JSON.stringify({ dataDir: directory, databaseUrl })])
  await expect(opening).rejects.toThrow(
    `ACCORD_DATABASE_URL: ${new URL(databaseUrl).host} cannot be used: the certificate of PostgreSQL does not fit`,
  )
})

test('a user who may make no tables is refused by the name of the setting', async () => {
  const url = new URL(await server.createDatabase())
  const admin = open(url.href)
  await sql`create role guest login`.execute(admin)
  await admin.destroy()
  url.username = 'guest'
  await expect(openDatabase({ dataDir: directory, databaseUrl: url.href })).rejects.toThrow(
    /^ACCORD_DATABASE_URL: 127\.0\.0\.1:\d+ cannot be used: PostgreSQL gives this user too few rights/u,
  )
})

test('a standby that only reads is refused by the name of the setting', async () => {
  const databaseUrl = await server.createDatabase()
  const admin = open(databaseUrl)
  const name = sql.id(new URL(databaseUrl).pathname.slice(1))
  await sql`alter database ${name} set default_transaction_read_only = on`.execute(admin)
  await admin.destroy()
  await expect(openDatabase({ dataDir: directory, databaseUrl })).rejects.toThrow(
    /^ACCORD_DATABASE_URL: .* cannot be used: PostgreSQL is a standby that only reads/u,
  )
})
