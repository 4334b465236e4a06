import type { MessageClaims } from '@accord/shared/schemas'

import type { ConnectionRecord } from '../../store/connections/connection-record.ts'
import type { Db } from '../../store/engine/tables.ts'
import { countReceiving } from '../../store/sync/unsent-pairs.ts'
import type { Over } from '../items/over-share.ts'
import type { SyncContext } from '../items/sync-context.ts'

/** Who asks for more than its share is asked to wait so long. */
export const WAIT_MS = 1000

/** What a connection may still bring in this delivery. */
export interface Room {
  /** False where a message more is too much; what the admin has to know of that is kept. */
  take(claims: MessageClaims, isNewRecord: boolean): boolean
  /** Of which its share was used up. */
  readonly over: ReadonlySet<Over>
}

export async function measureRoom(
  { share, now }: SyncContext,
  transaction: Db,
  { id }: ConnectionRecord,
): Promise<Room> {
  let left = share.waiting - (await countReceiving(transaction, id, share.waiting))
  const over = new Set<Over>()
  return {
    over,
    take: (claims, isNewRecord) => {
      const at = now().getTime()
      const comments = 'comments' in claims ? claims.comments.length : 0
      if (left <= 0) over.add('messages')
      else if (share.comments.peek(id, at, comments) !== undefined) over.add('comments')
      else if (isNewRecord && share.records.take(id, at) !== undefined) over.add('records')
      else {
        share.comments.take(id, at, comments)
        left -= 1
        return true
      }
      return false
    },
  }
}
