import { hasTrait } from '@accord/shared/protocol'
import type { ConnectionDetail } from '@accord/shared/schemas'
import type { z } from 'zod'

import { Refusal } from '../refusals/refusal.ts'
import type { ConnectionRecord } from '../store/connections/connection-record.ts'
import { findConnection } from '../store/connections/connections.ts'
import { revokeOpenInvitations } from '../store/handshake/invitations.ts'
import { wipeRedemptions } from '../store/handshake/redemptions.ts'
import type { Db } from '../store/engine/tables.ts'
import { changeConnection } from './change-connection.ts'
import type { ConnectionContext } from './connection-context.ts'
import { readDetail } from './connection-snapshot.ts'
import { enqueue } from '../jobs/job-table.ts'

/**
 * Ends a connection for ever, PROTOCOL.md §6.6. Its name is free at once. Where the other side holds something it is informed
 * in the background; before that the end is local. Repeating it does no harm. Throws `connection_unknown`.
 */
export async function deleteConnection(
  { database, identity, now }: ConnectionContext,
  connectionId: string,
  actor: string,
): Promise<z.infer<typeof ConnectionDetail>> {
  const before = await findConnection(database.db, connectionId)
  if (!before) throw new Refusal('connection_unknown')
  try {
    await database.transaction((transaction) => end(transaction, before, actor, now()))
  } catch (error) {
    const state = (await findConnection(database.db, connectionId))?.state
    const isDeleted = state !== undefined && hasTrait(state, 'deleted')
    if (!(error instanceof Refusal && error.code === 'state_conflict' && isDeleted)) throw error
  }
  return readDetail(database.db, connectionId, identity.fingerprint)
}

async function end(transaction: Db, before: ConnectionRecord, actor: string, at: Date): Promise<ConnectionRecord> {
  // Nobody can redeem a code of a deleted connection any more, and we do not go on doing so.
  await revokeOpenInvitations(transaction, before.id)
  await wipeRedemptions(transaction, before.id)
  const changed = await changeConnection(transaction, before.id, at, {
    transition: 'delete',
    event: 'deleted',
    detail: 'The connection was deleted at this side; its name is free.',
    actor,
    set: { reason: null },
  })
  if (changed.state === 'terminating')
    await enqueue(transaction, 'terminate', { connectionId: changed.id, since: at.getTime() }, at)
  return changed
}
