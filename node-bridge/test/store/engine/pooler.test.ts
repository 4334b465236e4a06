import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Kysely, sql } from 'kysely'

import { type Database, openDatabase } from '../../../src/store/engine/database.ts'
import { migrate } from '../../../src/store/engine/migrate.ts'
import { MIGRATIONS } from '../../../src/store/engine/migrations.ts'
import { type Pooler, POOLER, type PoolMode, startPooler } from '../../pooler.ts'
import { type PostgresServer, startPostgres } from '../../postgres.ts'

let server: PostgresServer
beforeAll(async () => {
  server = await startPostgres()
})
afterAll(() => server.stop())

describe.each<PoolMode>(['session', 'transaction'])(`through ${POOLER} that pools by %s`, (mode) => {
  let pooler: Pooler
  let databaseUrl: string
  beforeAll(async () => {
    databaseUrl = await server.createDatabase()
    pooler = await startPooler(databaseUrl, mode)
  })
  afterAll(() => pooler.stop())

  const open = (): Promise<Database> => openDatabase({ dataDir: '/tmp', databaseUrl: pooler.through(databaseUrl) })

  test('a node opens its database with the settings that PgBouncer comes with, and its transactions hold', async () => {
    const databases = await Promise.all([open(), open()])
    const counts = databases.flatMap((database) => [1, 2, 3].map(() => countSteps(database)))
    expect(new Set(await Promise.all(counts))).toEqual(new Set([MIGRATIONS.length]))
    await Promise.all(databases.map((database) => database.close()))
  })

  test('the server ends what takes too long, though the start-up message says nothing of it', async () => {
    const database = await open()
    expect(await timeoutsOf(database.db)).toEqual({ statement: '30s', idle: '30s' })
    await database.close()
  })

  test('a schema is brought up to date without a time limit, whoever had the connection before', async () => {
    const database = await open()
    const seen: unknown[] = []
    const look = { id: '9999-look', up: async (db: Kysely<never>) => void seen.push(await timeoutsOf(db)) }
    await migrate(database.db, 'postgres', [...MIGRATIONS, look as never])
    await database.close()
    expect(seen).toEqual([{ statement: '0', idle: '0' }])
  })

  test('a start-up parameter that it does not take ends the start with the reason and the remedy', async () => {
    const url = new URL(pooler.through(databaseUrl))
    url.searchParams.set('options', '-c search_path=public')
    await expect(openDatabase({ dataDir: '/tmp', databaseUrl: url.href })).rejects.toThrow(
      /^ACCORD_DATABASE_URL: .* cannot be used: PgBouncer refuses a start-up parameter; take options out of the URL/u,
    )
  })
})

const countSteps = ({ transaction }: Database): Promise<number> =>
  transaction(async (db) => (await db.selectFrom('schema_migration').select('id').execute()).length)

async function timeoutsOf(db: Kysely<never> | Database['db']): Promise<unknown> {
  const query = sql`select current_setting('statement_timeout') as statement,
    current_setting('idle_in_transaction_session_timeout') as idle`
  return (await query.execute(db)).rows[0]
}
