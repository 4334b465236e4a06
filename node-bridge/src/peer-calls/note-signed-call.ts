import { atSource } from '@accord/shared/protocol'

import { changeConnection, REMOTE_ACTOR } from '../connections/change-connection.ts'
import type { ConnectionContext } from '../connections/connection-context.ts'
import { remoteName } from '../connections/remote-details.ts'
import { Refusal } from '../refusals/refusal.ts'
import type { ConnectionRecord } from '../store/connections/connection-record.ts'
import { findSharedConnection } from '../store/connections/connections.ts'

/** The first valid signed call, whichever it is, makes a pending connection active (PROTOCOL.md §5). Answers how the connection stands now. */
export async function noteSignedCall(
  context: ConnectionContext,
  sharedId: string,
): Promise<ConnectionRecord | undefined> {
  const record = await findSharedConnection(context.database.db, sharedId)
  if (record?.state !== 'pending') return record
  try {
    return await activate(context, record)
  } catch (error) {
    if (!(error instanceof Refusal && error.code === 'state_conflict')) throw error
    return findSharedConnection(context.database.db, sharedId)
  }
}

async function activate({ database, now }: ConnectionContext, record: ConnectionRecord): Promise<ConnectionRecord> {
  const at = now()
  const changed = await database.transaction((transaction) =>
    changeConnection(transaction, record, at, {
      ...atSource('pending', 'firstSignedCall'),
      event: 'activated',
      detail: `${remoteName(record.remote)} called with its key for the first time: the connection is established.`,
      actor: REMOTE_ACTOR,
      set: { activatedAt: at, lastContactAt: at, reason: null },
    }),
  )
  return changed
}
