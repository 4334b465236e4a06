import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { openDatabase } from '../../../src/store/engine/database.ts'
import { migrate } from '../../../src/store/engine/migrate.ts'
import { MIGRATIONS } from '../../../src/store/engine/migrations.ts'
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

  test('a database of a newer release is refused', async () => {
    const database = await openDatabase(await kind.fresh())
    await database.db.insertInto('schema_migration').values({ id: '9999-future', applied_at: 0 }).execute()
    await expect(migrate(database.db, database.dialect)).rejects.toThrow('newer release of Accord (9999-future)')
    await database.close()
  })
})
