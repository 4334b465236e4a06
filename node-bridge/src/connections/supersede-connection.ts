import { stateAfter } from '@accord/shared/protocol'

import { Refusal } from '../refusals/refusal.ts'
import type { ConnectionRecord } from '../store/connections/connection-record.ts'
import { findSharedConnection } from '../store/connections/connections.ts'
import type { Db } from '../store/engine/tables.ts'
import { changeConnection, REMOTE_ACTOR } from './change-connection.ts'

type Granted = Pick<ConnectionRecord, 'id' | 'remoteIdentityThumbprint'>

/**
 * The source names the connection, and by a new code for an abandoned one it uses the old name again. Throws
 * `protocol_violation` when that name belongs to a connection with anybody else: two peers must not be mixed up.
 */
export async function requireOwnName(
  db: Db,
  granted: Granted,
  sharedId: string,
): Promise<ConnectionRecord | undefined> {
  const other = await findSharedConnection(db, sharedId)
  if (!other || other.id === granted.id) return undefined
  if (other.remoteIdentityThumbprint === null || other.remoteIdentityThumbprint !== granted.remoteIdentityThumbprint)
    throw new Refusal('protocol_violation', 'The source gave the connection an id that is taken.')
  return other
}

/** The older connection of that name ends: the source no longer has its keys. */
export async function supersedeConnection(
  transaction: Db,
  granted: Granted,
  sharedId: string,
  now: Date,
): Promise<void> {
  const other = await requireOwnName(transaction, granted, sharedId)
  if (!other) return
  const detail = 'The source has begun this connection anew with another code, which was accepted here.'
  const transition = stateAfter(other, 'peerUnknown') && 'peerUnknown'
  await changeConnection(transaction, other.id, now, {
    transition,
    event: 'superseded',
    detail,
    actor: REMOTE_ACTOR,
    set: { sharedId: null, reason: { code: 'connection_gone', detail } },
  })
}
