import type { AnswerExpectation } from '../nodes/answer-signature.ts'
import type { ConnectionRecord } from '../store/connections/connection-record.ts'
import type { ConnectionContext } from '../connections/connection-context.ts'
import { grantedPeerOf } from '../connections/granted-peer.ts'
import { earlierKeyOf } from './earlier-key.ts'
import { publicJwkOf } from './sealed-keys.ts'

/** Whose signature the answer to a call on this connection must carry. Throws for a connection that was never granted. */
export function expectAnswer(
  { database, now }: ConnectionContext,
  record: ConnectionRecord,
  requestHash: string,
): Omit<AnswerExpectation, 'status' | 'bodyHash'> {
  const { sharedId, instanceUid } = grantedPeerOf(record)
  const { id, remoteKeyX, remoteIdentityThumbprint } = record
  return {
    remoteInstanceUid: instanceUid,
    connectionId: sharedId,
    requestHash,
    key: remoteKeyX === null ? undefined : publicJwkOf(remoteKeyX),
    findEarlier: (kid) => earlierKeyOf(database.db, id, kid, now()),
    identityThumbprint: remoteIdentityThumbprint ?? undefined,
  }
}
