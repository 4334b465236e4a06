import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { sql } from 'kysely'

import { openDatabase } from '../../../src/store/engine/database.ts'
import { migrate } from '../../../src/store/engine/migrate.ts'
import { MIGRATIONS } from '../../../src/store/engine/migrations.ts'
import { findPairing } from '../../../src/store/pairings.ts'
import { databaseKinds } from '../../databases.ts'

const run = promisify(execFile)
const OPENER = fileURLToPath(new URL('../open-database.ts', import.meta.url))

describe.each(databaseKinds())('migrations on $name', (kind) => {
  beforeAll(() => kind.start())
  afterAll(() => kind.stop())

  test('four processes that start together make one schema', async () => {
    const location = await kind.fresh()
    const start = () => run(process.execPath, [OPENER, JSON.stringify(location)])
    const outputs = await Promise.all([start(), start(), start(), start()])
    expect(outputs.map(({ stdout }) => stdout)).toEqual(Array(4).fill(`${MIGRATIONS.length}\n`))
  })

  test('a step that fails leaves nothing of itself', async () => {
    const database = await openDatabase(await kind.fresh())
    const broken = {
      id: '9999-broken',
      up: async (db: typeof database.db) => {
        await db.schema.createTable('half').addColumn('id', 'text').execute()
        throw new Error('halfway')
      },
    }
    await expect(migrate(database.db, database.dialect, [...MIGRATIONS, broken])).rejects.toThrow('halfway')
    const tables = await database.db.introspection.getTables()
    expect(tables.map(({ name }) => name)).not.toContain('half')
    await database.close()
  })

  test('an instance that was paired before scopes were sent is called where it always was', async () => {
    const location = await kind.fresh()
    const { db, close } = await openDatabase(location)
    await db.schema.alterTable('pairing').dropColumn('api_base').execute()
    await db.deleteFrom('schema_migration').where('id', '=', '0013-api-base').execute()
    await sql`insert into pairing (id, instance_url, instance_name, instance_version, app_version, token_hash,
      callback_key_sealed, paired_by, paired_at) values (1, 'https://acme.example', 'Acme', '', '0.1.0', 'hash', 'sealed', 'admin', 0)`.execute(
      db,
    )
    await close()
    const after = await openDatabase(location)
    expect(after.migrated).toEqual(['0013-api-base'])
    expect(await findPairing(after.db)).toMatchObject({ instanceName: 'Acme', apiBase: '/api/x_accord_bridge/v1' })
    await after.close()
  })

  test('a database of a newer release is refused', async () => {
    const database = await openDatabase(await kind.fresh())
    await database.db.insertInto('schema_migration').values({ id: '9999-future', applied_at: 0 }).execute()
    await expect(migrate(database.db, database.dialect)).rejects.toThrow('newer release of Accord (9999-future)')
    await database.close()
  })
})
