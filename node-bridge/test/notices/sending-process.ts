/** A process of its own for killed.test.ts: opens the database named in its argument and sends what waits, until it is killed. */
import { type DatabaseLocation, openDatabase } from '../../src/store/engine/database.ts'
import { returnAllLeases } from '../../src/store/jobs/serial-queue-leases.ts'
import { contextOf, startSending } from './notice-kit.ts'

interface Asked {
  readonly location: DatabaseLocation
  readonly smtpPort: number
  readonly at: string
}

const { location, smtpPort, at } = JSON.parse(process.argv[2] ?? '{}') as Asked
const database = await openDatabase(location)
// As a node does at its start: nobody else uses an embedded database.
await returnAllLeases(database.db)
startSending(contextOf(database, smtpPort, { at: new Date(at) }))
