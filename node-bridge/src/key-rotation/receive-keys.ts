import { hasTrait, LIMITS, statesWith } from '@accord/shared/protocol'
import type { PublishKeysRequest, PublishKeysResponse } from '@accord/shared/schemas'

import { thumbprintOf } from '../keys/key-pair.ts'
import { Refusal } from '../refusals/refusal.ts'
import type { ConnectionRecord } from '../store/connections/connection-record.ts'
import { findSharedConnection } from '../store/connections/connections.ts'
import {
  forgetLinksBefore,
  insertKeyRotation,
  type KeyRotation,
  listKeyRotations,
} from '../store/connections/key-rotations.ts'
import type { Db } from '../store/engine/tables.ts'
import { changeConnection, REMOTE_ACTOR } from '../connections/change-connection.ts'
import { noteSignedCall } from '../peer-calls/note-signed-call.ts'
import type { ConnectionContext } from '../connections/connection-context.ts'
import { payForRotation } from './pay-for-rotation.ts'
import { findNews, type Link, requireChain } from './rotation-statement.ts'
import { publicJwkOf } from '../peer-calls/sealed-keys.ts'
import { remoteName } from '../connections/remote-details.ts'

/**
 * The peer has replaced its key, PROTOCOL.md §5.10. The same chain again, or an older one, changes nothing and gets the same
 * answer. A statement that leads on is signed for this connection, so it can be the first signed call of §5.4. Throws `connection_unknown`,
 * `connection_gone`, `state_conflict`, `proof_invalid`, `rotated_too_often`.
 */
export async function receiveKeys(
  context: ConnectionContext,
  sharedId: string,
  { chain }: Pick<PublishKeysRequest, 'chain'>,
): Promise<PublishKeysResponse> {
  const { database, identity, now } = context
  const record = await findSharedConnection(database.db, sharedId)
  if (!record?.remoteKeyX || !record.remote.instanceUid) throw new Refusal('connection_unknown')
  if (hasTrait(record.state, 'gone')) throw new Refusal('connection_gone')
  const known = publicJwkOf(record.remoteKeyX)
  const answer = (x: string) => ({ connectionId: sharedId, keyThumbprint: thumbprintOf(publicJwkOf(x)) })
  const before = (await listKeyRotations(database.db, record.id, 'remote')).at(-1)
  const parties = { iss: record.remote.instanceUid, aud: identity.instanceUid, connectionId: sharedId }
  const place = { known, earlier: before?.previousKid ?? undefined, nextSeq: (before?.seq ?? 0) + 1 }
  const news = findNews(chain, { ...parties, ...place })
  const newest = news.at(-1)
  // A publication that was overtaken by a newer one is an old one, not a fault.
  if (!newest) return answer(record.remoteKeyX)
  const at = now()
  const paidUntil = payForRotation(before, at)
  await requireChain(news, { ...parties, ...place })
  await noteSignedCall(context, sharedId)
  const rotation = rotationOf(record, news, at, paidUntil)
  await database.transaction((transaction) => follow(transaction, record, rotation))
  return answer(newest.claims.key.x)
}

/**
 * Of the links only the newest is kept: whoever has published it signs with it, or with the key before until it has received
 * our answer. However many there are, they are one rotation: a restored side catches up at once.
 */
function rotationOf(
  { id, remoteKeyX }: ConnectionRecord,
  news: readonly Link[],
  at: Date,
  paidUntil: Date,
): KeyRotation {
  const [before, newest] = [news.at(-2), news.at(-1)]
  if (!newest) throw new Error(`The chain of connection ${id} brings no new key`)
  const previousX = before?.claims.key.x ?? remoteKeyX ?? ''
  return {
    connectionId: id,
    owner: 'remote',
    seq: newest.claims.seq,
    previousX,
    previousKid: thumbprintOf(publicJwkOf(previousX)),
    previousUntil: new Date(at.getTime() + LIMITS.keyOverlapMs),
    x: newest.claims.key.x,
    keySealed: null,
    statement: newest.statement,
    state: 'done',
    at,
    paidUntil,
  }
}

/** Throws `retry_later` when another call has replaced the key meanwhile. */
async function follow(
  transaction: Db,
  { id, remoteKeyX, remote }: ConnectionRecord,
  rotation: KeyRotation,
): Promise<ConnectionRecord> {
  if (!(await insertKeyRotation(transaction, rotation))) throw new Refusal('retry_later')
  await forgetLinksBefore(transaction, rotation)
  return changeConnection(transaction, id, rotation.at, {
    onlyIn: ['pending', ...statesWith('contacted')],
    onlyIf: (before) => before.remoteKeyX === remoteKeyX,
    event: 'peerKeyRotated',
    detail: `${remoteName(remote)} has replaced its key; the one before is taken for 7 more days.`,
    actor: REMOTE_ACTOR,
    set: { remoteKeyX: rotation.x },
  })
}
