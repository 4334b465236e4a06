import type { ExchangeAnswer } from '@accord/shared/schemas'

import { Refusal } from '../../refusals/refusal.ts'
import type { ConnectionRecord } from '../../store/connections/connection-record.ts'
import { findConnection } from '../../store/connections/connections.ts'
import type { SyncContext } from '../items/sync-context.ts'
import { takeDelivery } from './take-delivery.ts'

interface Sent {
  readonly messages?: readonly string[]
  readonly results?: readonly string[]
}

/**
 * Both ends are on this node: what one has to send the other takes, by the same function as from a peer and without a call.
 * Throws `retry_later` while the other end rests.
 */
export async function deliverLocally(
  context: SyncContext,
  { peerConnectionId }: ConnectionRecord,
  { messages = [], results = [] }: Sent,
): Promise<ExchangeAnswer> {
  const other = peerConnectionId === null ? undefined : await findConnection(context.database.db, peerConnectionId)
  if (other?.state !== 'active') throw new Refusal('retry_later')
  const delivery = { messages: [...messages], results: [...results], received: [], settled: [], refused: [] }
  return { ...(await takeDelivery(context, other, delivery)), messages: [] }
}
