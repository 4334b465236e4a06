import type { RetriedItems, RetryItemsRequest } from '@accord/shared/schemas'

import { Refusal } from '../../refusals/refusal.ts'
import { findConnection } from '../../store/connections/connections.ts'
import type { SyncContext } from '../items/sync-context.ts'
import { beginRetry } from './begin-retry.ts'

/** A person wants every pair of a connection tried again that waits here, or all of one cause. Throws `connection_unknown`. */
export async function retryAll(
  context: SyncContext,
  connectionId: string,
  { actor, cause }: RetryItemsRequest,
): Promise<RetriedItems> {
  const { database } = context
  if (!(await findConnection(database.db, connectionId))) throw new Refusal('connection_unknown')
  const wanted = { connectionId, table: null, direction: null, cause: cause ?? null, actor }
  return { count: await database.transaction((transaction) => beginRetry(context, transaction, wanted)) }
}
