import { randomBytes } from 'node:crypto'
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { Kysely } from 'kysely'

import { type DatabaseLocation, openDatabase } from '../../src/store/engine/database.ts'
import { migrate } from '../../src/store/engine/migrate.ts'
import { MIGRATIONS } from '../../src/store/engine/migrations.ts'
import { postgresDialect } from '../../src/store/engine/postgres.ts'
import { sqliteDialect } from '../../src/store/engine/sqlite.ts'
import type { Db, Tables } from '../../src/store/engine/tables.ts'
import { databaseKinds } from '../databases.ts'

const BIN = fileURLToPath(new URL('../../bin/accord.js', import.meta.url))

/** Every command that opens the database by itself, beside a node or without one. */
const COMMANDS: readonly [string, ...string[]][] = [
  ['audit', 'verify', '--database'],
  ['pair', '--local'],
  ['console', 'link'],
  ['rotate-master-key'],
]

function run(words: readonly string[], { dataDir, databaseUrl }: DatabaseLocation) {
  const child = spawn(process.execPath, [BIN, ...words], {
    env: {
      PATH: process.env['PATH'],
      ACCORD_DATA_DIR: dataDir,
      ACCORD_ALLOW_HTTP_LOOPBACK: 'true',
      // The key before is named for the command that replaces it.
      ...(databaseUrl === undefined
        ? {}
        : { ACCORD_DATABASE_URL: databaseUrl, ACCORD_MASTER_KEY: KEYS[0], ACCORD_MASTER_KEY_PREVIOUS: KEYS[1] }),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()))
  return new Promise<{ code: number | null; said: string }>((resolve) =>
    child.once('close', (code) => resolve({ code, said })),
  )
}
const KEYS = [1, 2].map(() => randomBytes(32).toString('base64'))

const open = ({ dataDir, databaseUrl }: DatabaseLocation): Db =>
  new Kysely<Tables>({
    dialect:
      databaseUrl === undefined ? sqliteDialect(path.join(dataDir, 'accord.sqlite')) : postgresDialect(databaseUrl),
  })

/** The steps that the database has taken, and every table with its columns. */
async function schemaOf(location: DatabaseLocation): Promise<unknown> {
  const db = open(location)
  const steps = await db.selectFrom('schema_migration').selectAll().orderBy('id').execute()
  const tables = await db.introspection.getTables()
  await db.destroy()
  return { steps, tables: tables.map(({ name, columns }) => [name, columns.map((column) => column.name)]) }
}

describe.each(databaseKinds())('a command on a database of another release, on $name', (kind) => {
  beforeAll(() => kind.start())
  afterAll(() => kind.stop())

  const olderOne = async (location: DatabaseLocation) => {
    const db = open(location)
    await migrate(db, location.databaseUrl === undefined ? 'sqlite' : 'postgres', MIGRATIONS.slice(0, -2))
    await db.destroy()
  }
  const newerOne = async (location: DatabaseLocation) => {
    const database = await openDatabase(location)
    await database.db.insertInto('schema_migration').values({ id: '9999-future', applied_at: 0 }).execute()
    await database.close()
  }

  test.each([
    ['older', olderOne, `older release of Accord (it lacks ${MIGRATIONS.at(-2)?.id})`],
    ['newer', newerOne, 'newer release of Accord (9999-future)'],
  ] as const)(
    'one of an %s release is refused by name, and left as it was',
    async (_, make, sentence) => {
      const location = await kind.fresh()
      await make(location)
      const before = await schemaOf(location)
      const ended = await Promise.all(COMMANDS.map((command) => run(command, location)))
      expect(ended).toEqual(COMMANDS.map(() => ({ code: 1, said: expect.stringContaining(sentence) })))
      for (const { said } of ended) expect(said.trim().split('\n')).toHaveLength(1)
      expect(await schemaOf(location)).toEqual(before)
    },
    60_000,
  )

  test('where there is none yet, none is made', async () => {
    const location = await kind.fresh()
    const ended = await Promise.all(COMMANDS.map((command) => run(command, location)))
    expect(ended).toEqual(
      COMMANDS.map(() => ({ code: 1, said: expect.stringMatching(/There is no database.*start the node first/u) })),
    )
    if (location.databaseUrl === undefined) expect(existsSync(path.join(location.dataDir, 'accord.sqlite'))).toBe(false)
  }, 60_000)
})
