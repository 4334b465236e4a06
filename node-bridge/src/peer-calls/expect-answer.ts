import type { AnswerExpectation } from '../nodes/answer-signature.ts'
import type { ConnectionRecord } from '../store/connection-record.ts'
import type { ConnectionContext } from '../connections/connection-context.ts'
import { earlierKeyOf } from './earlier-key.ts'
import { publicJwkOf } from './sealed-keys.ts'

/** Whose signature the answer to a call on this connection must carry. Throws for a connection that was never granted. */
export function expectAnswer(
  { database, now }: ConnectionContext,
  { id, sharedId, remote, remoteKeyX, remoteIdentityThumbprint }: ConnectionRecord,
  requestHash: string,
): Omit<AnswerExpectation, 'status' | 'bodyHash'> {
  if (!sharedId || !remote.instanceUid) throw new Error(`Connection ${id} has no peer that could answer`)
  return {
    remoteInstanceUid: remote.instanceUid,
    connectionId: sharedId,
    requestHash,
    key: remoteKeyX === null ? undefined : publicJwkOf(remoteKeyX),
    findEarlier: (kid) => earlierKeyOf(database.db, id, kid, now()),
    identityThumbprint: remoteIdentityThumbprint ?? undefined,
  }
}
