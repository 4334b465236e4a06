import { randomUUID } from 'node:crypto'

import { createKeyPair } from '../../node-bridge/src/keys/key-pair.ts'
import { rowOf } from '../../node-bridge/src/store/connection-row.ts'
import { openDatabase } from '../../node-bridge/src/store/database.ts'
import { newConnection } from '../../node-bridge/test/store/records.ts'

const AT_ONCE = 200

/**
 * A database of a node with as many connections and their handshake logs, written without the bridge. They are in
 * `invited`: an active connection contacts its peer, and these have none.
 */
export async function seedConnections(dataDir: string, count: number): Promise<void> {
  const database = await openDatabase({ dataDir, databaseUrl: undefined })
  const { publicJwk } = await createKeyPair()
  for (let done = 0; done < count; done += AT_ONCE) {
    const at = new Date(Date.now() - 86_400_000 + done)
    const records = Array.from({ length: Math.min(AT_ONCE, count - done) }, () =>
      newConnection({ createdAt: at, updatedAt: at, remoteKeyX: publicJwk.x, invitationId: randomUUID() }),
    )
    const events = records.map(({ id }) => ({
      id: randomUUID(),
      connection_id: id,
      revision: 1,
      at: at.getTime(),
      event: 'initiated',
      detail: 'Seeded by the bench',
      actor: 'bench',
    }))
    await database.transaction(async (transaction) => {
      await transaction.insertInto('connection').values(records.map(rowOf)).execute()
      await transaction.insertInto('handshake_event').values(events).execute()
    })
  }
  await database.close()
}
