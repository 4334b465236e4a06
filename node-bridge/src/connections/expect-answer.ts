import type { AnswerExpectation } from '../nodes/answer-signature.ts'
import type { ConnectionRecord } from '../store/connection-record.ts'
import { listOverlappingKeys } from '../store/key-rotations.ts'
import type { ConnectionContext } from './connection-context.ts'
import { publicJwkOf } from './sealed-keys.ts'

/** Whose signature the answer to a call on this connection must carry. Throws for a connection that was never granted. */
export async function expectAnswer(
  { database, now }: ConnectionContext,
  { id, sharedId, remote, remoteKeyX, remoteIdentityThumbprint }: ConnectionRecord,
  requestHash: string,
): Promise<Omit<AnswerExpectation, 'status' | 'bodyHash'>> {
  if (!sharedId || !remote.instanceUid) throw new Error(`Connection ${id} has no peer that could answer`)
  const points = remoteKeyX === null ? [] : [remoteKeyX, ...(await listOverlappingKeys(database.db, id, now()))]
  return {
    remoteInstanceUid: remote.instanceUid,
    connectionId: sharedId,
    requestHash,
    keys: points.map(publicJwkOf),
    identityThumbprint: remoteIdentityThumbprint ?? undefined,
  }
}
