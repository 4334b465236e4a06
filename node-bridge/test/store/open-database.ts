/** A process of its own for migrate.test.ts: opens the database named in its argument and prints how many steps it holds. */
import { openDatabase, type DatabaseLocation } from '../../src/store/engine/database.ts'

const database = await openDatabase(JSON.parse(process.argv[2] ?? '{}') as DatabaseLocation)
const steps = await database.db.selectFrom('schema_migration').select('id').execute()
process.stdout.write(`${steps.length}\n`)
await database.close()
