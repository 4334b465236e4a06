import { hasTrait } from '@accord/shared/protocol'
import type { ExchangeAnswer, ExchangeRequest } from '@accord/shared/schemas'

import { Refusal } from '../../refusals/refusal.ts'
import { findConnection, findSharedConnection } from '../../store/connections/connections.ts'
import type { SyncContext } from '../items/sync-context.ts'
import { isReadinessUnsaid, isSyncReady, keepReadiness } from '../items/readiness.ts'
import { holdLongPoll } from '../../connections/long-poll.ts'
import type { ConnectionRecord } from '../../store/connections/connection-record.ts'
import { SYNC_DUE } from '../../store/sync/sync-pairs.ts'
import { listUnsent } from '../../store/sync/unsent-pairs.ts'
import { gatherUnsent, type Unsent } from './gather-unsent.ts'
import { hasFilesToAsk } from '../../store/sync/asked-files.ts'
import { askedFiles } from '../files/push-file.ts'
import { postponeUnacknowledged } from './postpone-sending.ts'
import { takeDelivery } from './take-delivery.ts'

const ACKNOWLEDGED_WITHIN_MS = 5000
const NOTHING: Unsent = { messages: [], results: [], pairs: [] }

/** The other side calls, PROTOCOL.md §11.2. Throws `connection_unknown`, `connection_gone`, `state_conflict`, `malformed`. */
export async function receiveExchange(
  context: SyncContext,
  sharedId: string,
  { want, waitMs = 0, ready: peer, epoch: peerEpoch, ...delivery }: ExchangeRequest,
): Promise<ExchangeAnswer> {
  const connection = await findSharedConnection(context.database.db, sharedId)
  if (!connection) throw new Refusal('connection_unknown')
  if (hasTrait(connection.state, 'gone')) throw new Refusal('connection_gone')
  if (!hasTrait(connection.state, 'contacted'))
    throw new Refusal('state_conflict', undefined, { facts: { state: connection.state } })
  await keepReadiness(context, connection.id, { peer, peerEpoch })
  const { results, retryAfterMs, ...acknowledged } = await takeDelivery(context, connection, delivery)
  const isFetching = want > 0 && connection.state === 'active'
  const mayWait = isFetching && results.length === 0 && acknowledged.refused.length === 0
  if (mayWait) await waitForUnsent(context, connection, waitMs)
  const unsent = isFetching ? await gatherUnsent(context, connection, want) : NOTHING
  // The caller says in its next call what has arrived; until then the same is not sent again and again.
  await postponeUnacknowledged(context, unsent.pairs, ACKNOWLEDGED_WITHIN_MS)
  const ready = await isSyncReady(context.database.db, connection.id)
  if (isFetching) await keepReadiness(context, connection.id, { said: ready })
  const files = isFetching ? await askedFiles(context, connection.id) : []
  return {
    ...acknowledged,
    messages: [...unsent.messages],
    results: [...results, ...unsent.results],
    ready,
    epoch: context.epoch,
    ...(retryAfterMs !== undefined && { retryAfterMs }),
    ...(files.length > 0 && { files }),
  }
}

/** Returns when there is something to send, `waitMs` are over, or the connection no longer stands as it did. */
const waitForUnsent = (context: SyncContext, { id, state }: ConnectionRecord, waitMs: number): Promise<void> => {
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
      (await listUnsent(db, id, context.now(), 1)).length > 0 ||
      (await isReadinessUnsaid(db, id)) ||
      (await hasFilesToAsk(db, id)) ||
      (await findConnection(db, id))?.state !== state,
  })
}
