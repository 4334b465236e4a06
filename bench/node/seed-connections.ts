import { join } from 'node:path'

import SqliteDatabase from 'better-sqlite3'

import { createKeyPair } from '../../node-bridge/src/keys/key-pair.ts'
import { insertConnection } from '../../node-bridge/src/store/connections/connections.ts'
import { openDatabase } from '../../node-bridge/src/store/engine/database.ts'
import { appendHandshakeEvent } from '../../node-bridge/src/store/connections/handshake-events.ts'
import { enqueueJob } from '../../node-bridge/src/store/jobs/serial-queue-jobs.ts'
import { newConnection } from '../../node-bridge/test/store/records.ts'

/** Nobody answers there, and nobody is called before this time: what is measured has them in the database, not on the line. */
const CONTACT_AT = new Date(Date.now() + 7 * 86_400_000)

/** Ids as their numbers, in the form of a UUID. */
const UUID = "printf('%08x-0000-4000-8000-%012x', n, n)"
const OWN: Readonly<Record<string, string>> = {
  id: UUID,
  request_id: UUID,
  shared_id: UUID,
  connection_id: UUID,
  queue_key: UUID,
  head_id: UUID,
  name: "'Connection ' || n",
  name_key: "'connection ' || n",
}

/**
 * A database of a node with as many active connections, each with its log and its appointment for the next contact. The first
 * is written by the bridge's own functions, the others are copies of it with names and ids of their own.
 */
export async function seedConnections(dataDir: string, count: number): Promise<void> {
  await seedFirst(dataDir)
  const file = new SqliteDatabase(join(dataDir, 'accord.sqlite'))
  file.pragma('synchronous = OFF')
  file.transaction(() => {
    for (const table of ['connection', 'handshake_event', 'serial_queue', 'job']) multiply(file, table, count)
  })()
  file.pragma('wal_checkpoint(TRUNCATE)')
  file.close()
}

async function seedFirst(dataDir: string): Promise<void> {
  const database = await openDatabase({ dataDir, databaseUrl: undefined })
  const { publicJwk } = await createKeyPair()
  const at = new Date(Date.now() - 86_400_000)
  const first = newConnection({
    state: 'active',
    createdAt: at,
    updatedAt: at,
    remoteKeyX: publicJwk.x,
    activatedAt: at,
  })
  await database.transaction(async (transaction) => {
    await insertConnection(transaction, first)
    const event = { id: first.id, connectionId: first.id, revision: 1, at, event: 'initiated', actor: 'bench' } as const
    await appendHandshakeEvent(transaction, { ...event, detail: 'Seeded by the bench' })
    const payload = { connectionId: first.id }
    await enqueueJob(transaction, { queue: 'contact', key: first.id, payload, runAt: CONTACT_AT })
  })
  await database.close()
}

function multiply(file: SqliteDatabase.Database, table: string, count: number): void {
  const columns = file.pragma(`table_info(${table})`) as { name: string }[]
  const names = columns.map(({ name }) => `"${name}"`).join(', ')
  const values = columns.map(({ name }) => OWN[name] ?? `first."${name}"`).join(', ')
  file
    .prepare(
      `insert into "${table}" (${names})
       with recursive number (n) as (values (1) union all select n + 1 from number where n < ?)
       select ${values} from number, (select * from "${table}" limit 1) as first`,
    )
    .run(count - 1)
}
