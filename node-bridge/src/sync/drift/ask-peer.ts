import { type HashesRequest, type HashedPair, HashedPairs } from '@accord/shared/schemas'

import { callPeer } from '../../peer-calls/signed-call.ts'
import { Refusal } from '../../refusals/refusal.ts'
import type { ConnectionRecord } from '../../store/connections/connection-record.ts'
import { findConnection } from '../../store/connections/connections.ts'
import { isLocal } from '../items/ends.ts'
import type { DriftContext } from './hash-records.ts'
import { tellPairs } from './tell-hashes.ts'

/** What the other side says of the first of these pairs; of as many as its answer holds. Throws what stands in the way. */
export async function askPeer(
  context: DriftContext,
  connection: ConnectionRecord,
  request: HashesRequest,
): Promise<readonly HashedPair[]> {
  const { pairs } = isLocal(connection)
    ? await tellPairs(context, await otherEndOf(context, connection), request)
    : await callPeer(context, connection, 'tellHashes', request, HashedPairs)
  if (pairs.length === 0 || pairs.some(({ pair }, place) => pair !== request.pairs[place]))
    throw new Refusal('protocol_violation', 'The other side tells of other pairs than it was asked for.')
  return pairs
}

/** Both ends are on this node. */
async function otherEndOf(
  { database }: DriftContext,
  { peerConnectionId }: ConnectionRecord,
): Promise<ConnectionRecord> {
  const other = peerConnectionId === null ? undefined : await findConnection(database.db, peerConnectionId)
  if (!other) throw new Refusal('retry_later')
  return other
}
