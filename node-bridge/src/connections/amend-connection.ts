import { Refusal } from '../refusals/refusal.ts'
import type { ConnectionFields, ConnectionRecord } from '../store/connections/connection-record.ts'
import { findConnection, replaceConnection } from '../store/connections/connections.ts'
import type { Db } from '../store/engine/tables.ts'
import { enqueue } from '../jobs/job-table.ts'

const TRIES = 10

/**
 * Writes what is no step in the life of a connection, such as a count: no entry in any log, and the instance learns of it at
 * `tellAt`, however often it changes until then. Throws `connection_unknown`, `retry_later`.
 */
export async function amendConnection(
  transaction: Db,
  record: ConnectionRecord,
  set: (before: ConnectionRecord) => Partial<ConnectionFields>,
  tellAt: Date,
): Promise<ConnectionRecord> {
  let before: ConnectionRecord | undefined = record
  for (let tried = 0; tried < TRIES && before; tried++) {
    const amended: ConnectionRecord = { ...before, ...set(before), revision: before.revision + 1 }
    if (await replaceConnection(transaction, before, amended)) {
      await enqueue(transaction, 'callback', { connectionId: record.id }, tellAt)
      return amended
    }
    before = await findConnection(transaction, record.id)
  }
  throw new Refusal(before ? 'retry_later' : 'connection_unknown')
}
