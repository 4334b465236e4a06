import type { ConnectionRecord } from '../store/connections/connection-record.ts'
import { findConnection } from '../store/connections/connections.ts'
import { readContact } from '../store/connections/contacts.ts'
import type { ConnectionContext } from '../connections/connection-context.ts'
import { holdLongPoll } from '../connections/long-poll.ts'
import { findUnacknowledgedKey } from './unacknowledged-key.ts'

/**
 * Returns when this side has paused or resumed beyond `acknowledged`, has a new key, is no longer in the state that the caller was
 * let in with, or `waitMs` are over. The state comes from there: read here, a change in between would be nobody's news.
 */
export async function waitForNews(
  context: ConnectionContext,
  { id, state }: Pick<ConnectionRecord, 'id' | 'state'>,
  acknowledged: number,
  waitMs: number,
): Promise<void> {
  const { db } = context.database
  await holdLongPoll(context, {
    sharer: id,
    waitMs,
    concerns: (record) => record.id === id,
    isOver: async () =>
      (await readContact(db, id)).pauses !== acknowledged ||
      (await findConnection(db, id))?.state !== state ||
      (await findUnacknowledgedKey(db, id)) !== undefined,
  })
}
