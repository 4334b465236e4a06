import type { TerminateResponse } from '@accord/shared/schemas'
import type { z } from 'zod'

import { Refusal } from '../refusals/refusal.ts'
import { findConnection, findSharedConnection } from '../store/connections/connections.ts'
import { tryChange } from './change-connection.ts'
import type { ConnectionContext } from './connection-context.ts'
import { endedByPeer } from './ended-by-peer.ts'

/**
 * The peer has deleted the connection, PROTOCOL.md §6.6. Repeating it, and deleting on both sides at once, do no harm:
 * whoever has ended already says so again.
 */
export async function receiveTermination(
  { database, now }: ConnectionContext,
  sharedId: string,
): Promise<z.infer<typeof TerminateResponse>> {
  const record = await findSharedConnection(database.db, sharedId)
  if (!record) throw new Refusal('connection_unknown')
  const ended = endedByPeer({ code: 'connection_gone' })
  const changed = await database.transaction((transaction) => tryChange(transaction, record.id, now(), ended))
  const { state } = changed ?? (await findConnection(database.db, record.id)) ?? record
  return { connectionId: sharedId, state }
}
