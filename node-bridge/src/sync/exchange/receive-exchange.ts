import { hasTrait } from '@accord/shared/protocol'
import type { ExchangeAnswer, ExchangeRequest } from '@accord/shared/schemas'

import { Refusal } from '../../refusals/refusal.ts'
import { findConnection, findSharedConnection } from '../../store/connections.ts'
import type { SyncContext } from '../items/sync-context.ts'
import { holdLongPoll } from '../../connections/long-poll.ts'
import type { ConnectionRecord } from '../../store/connection-record.ts'
import { SYNC_DUE } from '../../store/sync-pairs.ts'
import { listUntold } from '../../store/untold-pairs.ts'
import { gatherUntold, type Untold } from './gather-untold.ts'
import { putOffWhatWaits } from './put-off.ts'
import { takeTold } from './take-told.ts'

const ACKNOWLEDGED_WITHIN_MS = 5000
const NOTHING: Untold = { messages: [], results: [], pairs: [] }

/** The other side calls, PROTOCOL.md §11.2. Throws `connection_unknown`, `connection_gone`, `state_conflict`, `malformed`. */
export async function receiveExchange(
  context: SyncContext,
  sharedId: string,
  { want, waitMs = 0, ...told }: ExchangeRequest,
): Promise<ExchangeAnswer> {
  const connection = await findSharedConnection(context.database.db, sharedId)
  if (!connection) throw new Refusal('connection_unknown')
  if (hasTrait(connection.state, 'gone')) throw new Refusal('connection_gone')
  if (!hasTrait(connection.state, 'contacted'))
    throw new Refusal('state_conflict', undefined, { facts: { state: connection.state } })
  const { results, ...acknowledged } = await takeTold(context, connection, told)
  const isFetching = want > 0 && connection.state === 'active'
  const mayWait = isFetching && results.length === 0 && acknowledged.refused.length === 0
  if (mayWait) await waitForUntold(context, connection, waitMs)
  const untold = isFetching ? await gatherUntold(context, connection, want) : NOTHING
  // The caller says in its next call what has arrived; until then the same is not told again and again.
  await putOffWhatWaits(context, untold.pairs, ACKNOWLEDGED_WITHIN_MS)
  return { ...acknowledged, messages: [...untold.messages], results: [...results, ...untold.results] }
}

/** Returns when there is something to tell, `waitMs` are over, or the connection no longer stands as it did. */
const waitForUntold = (context: SyncContext, { id, state }: ConnectionRecord, waitMs: number): Promise<void> => {
  const { db, onCommitted } = context.database
  return holdLongPoll(context, {
    sharer: `exchange ${id}`,
    waitMs,
    concerns: (record) => record.id === id && record.state !== state,
    subscribe: (look) =>
      onCommitted(SYNC_DUE, ({ connectionId, isThere }) => {
        if (isThere && connectionId === id) look()
      }),
    isOver: async () =>
      (await listUntold(db, id, context.now(), 1)).length > 0 || (await findConnection(db, id))?.state !== state,
  })
}
