import { setTimeout as delay } from 'node:timers/promises'

import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { Client } from 'pg'

import { openDatabase } from '../../../src/store/engine/database.ts'
import { MIGRATION_LOCK } from '../../../src/store/engine/migrate.ts'
import { type PostgresServer, startPostgres } from '../../postgres.ts'

/** More than any call is given. */
const LONG_MS = 45_000

let server: PostgresServer
beforeAll(async () => {
  server = await startPostgres()
})
afterAll(() => server.stop())

test('a replica waits as long as another one migrates, and starts then', async () => {
  const databaseUrl = await server.createDatabase()
  const migrating = new Client({ connectionString: databaseUrl })
  await migrating.connect()
  await migrating.query(`select pg_advisory_lock(${MIGRATION_LOCK})`)
  const second = openDatabase({ dataDir: '.', databaseUrl })
  expect(await Promise.race([second, delay(LONG_MS, 'it waits')])).toBe('it waits')
  await migrating.end()
  const database = await second
  expect(database.dialect).toBe('postgres')
  await database.close()
}, 90_000)
