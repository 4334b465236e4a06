import { LIMITS } from '@accord/shared/protocol'
import type { AnnounceKeysRequest, AnnounceKeysResponse } from '@accord/shared/schemas'

import { thumbprintOf } from '../keys/key-pair.ts'
import { Refusal } from '../refusal.ts'
import type { ConnectionRecord } from '../store/connection-record.ts'
import { findSharedConnection } from '../store/connections.ts'
import { insertKeyRotation, listKeyRotations } from '../store/key-rotations.ts'
import type { Db } from '../store/tables.ts'
import { changeConnection, REMOTE_ACTOR } from './change-connection.ts'
import { noteSignedCall } from './confirm-connection.ts'
import type { ConnectionContext } from './connection-context.ts'
import { CONTACTED_STATES } from './contact-schedule.ts'
import { GONE_STATES } from './receive-contact.ts'
import { type Link, processChain } from './rotation-statement.ts'
import { publicJwkOf } from './sealed-keys.ts'

/**
 * The peer has replaced its key, PROTOCOL.md §5.10. The same chain again, or an older one, changes nothing and gets the same
 * answer. A statement that leads on is signed for this connection, so it can be the first signed call of §5.4. Throws `connection_unknown`, `connection_gone`, `state_conflict`, `proof_invalid`.
 */
export async function receiveKeys(
  context: ConnectionContext,
  sharedId: string,
  { chain }: Pick<AnnounceKeysRequest, 'chain'>,
): Promise<AnnounceKeysResponse> {
  const { database, changes, identity, now } = context
  const record = await findSharedConnection(database.db, sharedId)
  if (!record?.remoteKeyX || !record.remote.instanceUid) throw new Refusal('connection_unknown')
  if (GONE_STATES.has(record.state)) throw new Refusal('connection_gone')
  const known = publicJwkOf(record.remoteKeyX)
  const answer = (x: string) => ({ connectionId: sharedId, keyThumbprint: thumbprintOf(publicJwkOf(x)) })
  const heard = await listKeyRotations(database.db, record.id, 'remote')
  // An announcement that was overtaken by a newer one is an old one, not a fault.
  if (heard.some(({ statement }) => statement === chain.at(-1))) return answer(record.remoteKeyX)
  const expected = { iss: record.remote.instanceUid, aud: identity.instanceUid, connectionId: sharedId, known }
  const news = await processChain(chain, { ...expected, nextSeq: (heard.at(-1)?.seq ?? 0) + 1 })
  const newest = news.at(-1)
  if (!newest) return answer(record.remoteKeyX)
  await noteSignedCall(context, sharedId)
  const changed = await database.transaction((transaction) => follow(transaction, record, news, newest, now()))
  changes.announce(changed)
  return answer(newest.claims.key.x)
}

/** Throws `retry_later` when another call has written these places of the chain meanwhile. */
async function follow(
  transaction: Db,
  { id, remoteKeyX, remote }: ConnectionRecord,
  news: readonly Link[],
  newest: Link,
  now: Date,
): Promise<ConnectionRecord> {
  let previousX = remoteKeyX ?? ''
  for (const { claims, statement } of news) {
    const place = { connectionId: id, owner: 'remote' as const, seq: claims.seq }
    const previousUntil = new Date(now.getTime() + LIMITS.keyOverlapMs)
    const link = { ...place, previousX, x: claims.key.x, keySealed: null, statement, at: now, previousUntil }
    if (!(await insertKeyRotation(transaction, { ...link, state: 'done' }))) throw new Refusal('retry_later')
    previousX = claims.key.x
  }
  return changeConnection(transaction, id, now, {
    onlyIn: ['pending', ...CONTACTED_STATES],
    event: 'peerKeyRotated',
    detail: `${remote.name ?? 'The other side'} has replaced its key; the one before is taken for 7 more days.`,
    actor: REMOTE_ACTOR,
    set: { remoteKeyX: newest.claims.key.x },
  })
}
