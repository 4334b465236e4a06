import { changeConnection, NODE_ACTOR } from '../../connections/change-connection.ts'
import type { ConnectionRecord } from '../../store/connections/connection-record.ts'
import { findNewestEventAt } from '../../store/connections/handshake-events.ts'
import type { Db } from '../../store/engine/tables.ts'
import { countReceiving } from '../../store/sync/unsent-pairs.ts'
import type { SyncContext } from '../items/sync-context.ts'

/** Who asks for more than its share is asked to wait so long. */
export const WAIT_MS = 1000
/** So often the log of the connection says it again. */
const SAID_EVERY_MS = 3_600_000

/** What a connection may still bring in this delivery. */
export interface Room {
  /** False where a message more is too much; what the admin has to know of that is kept. */
  take(isNewRecord: boolean): boolean
  /** Of which its share was used up. */
  readonly over: ReadonlySet<'messages' | 'records'>
}

export async function measureRoom(
  { share, now }: SyncContext,
  transaction: Db,
  { id }: ConnectionRecord,
): Promise<Room> {
  let left = share.waiting - (await countReceiving(transaction, id, share.waiting))
  const over = new Set<'messages' | 'records'>()
  return {
    over,
    take: (isNewRecord) => {
      if (left <= 0) over.add('messages')
      else if (isNewRecord && share.records.take(id, now().getTime()) !== undefined) over.add('records')
      else {
        left -= 1
        return true
      }
      return false
    },
  }
}

/** Names the peer and what it sends too much of, on the page of the connection. */
export async function sayOverShare(context: SyncContext, { id, remoteShortName }: ConnectionRecord, { over }: Room) {
  const { database, now, share } = context
  const detail = over.has('messages')
    ? `${remoteShortName} sends faster than this side can write: ${share.waiting} of its messages wait here. The rest stays with it until there is room; other connections go on.`
    : `${remoteShortName} begins more new records than its share of an hour allows. The rest stays with it until there is room; other connections go on.`
  await database.transaction(async (transaction) => {
    const saidAt = await findNewestEventAt(transaction, id, ['peerSlowedDown'])
    if (saidAt && now().getTime() - saidAt.getTime() < SAID_EVERY_MS) return
    const change = { event: 'peerSlowedDown', detail, actor: NODE_ACTOR, onlyIn: ['active'] } as const
    await changeConnection(transaction, id, now(), change)
  })
}
