import { hasTrait, LIMITS, statesWith } from '@accord/shared/protocol'
import type { ConnectionDetail } from '@accord/shared/schemas'
import type { z } from 'zod'

import { createKeyPair } from '../keys/key-pair.ts'
import { Refusal } from '../refusals/refusal.ts'
import type { ConnectionRecord } from '../store/connections/connection-record.ts'
import { findConnection } from '../store/connections/connections.ts'
import { forgetLinksBefore, insertKeyRotation, listKeyRotations } from '../store/connections/key-rotations.ts'
import { enqueue } from '../jobs/job-table.ts'
import { changeConnection } from '../connections/change-connection.ts'
import type { ConnectionContext } from '../connections/connection-context.ts'
import { findGrantedPeer } from '../connections/granted-peer.ts'
import { readDetail } from '../connections/connection-snapshot.ts'
import { payForRotation } from './pay-for-rotation.ts'
import { createRotation } from './rotation-statement.ts'
import { openConnectionKey, sealConnectionKey } from '../peer-calls/sealed-keys.ts'

/**
 * Begins a rotation of this side's key, PROTOCOL.md §5.10; the peer is informed in the background and the new key is used once
 * it has acknowledged it. Throws `connection_unknown`, `state_conflict`, `rotated_too_often`.
 */
export async function rotateKeys(
  context: ConnectionContext,
  id: string,
  actor: string,
): Promise<z.infer<typeof ConnectionDetail>> {
  const record = await findConnection(context.database.db, id)
  if (!record) throw new Refusal('connection_unknown')
  if (!hasTrait(record.state, 'contacted') || !record.localKey)
    throw new Refusal('state_conflict', undefined, { facts: { state: record.state } })
  await beginRotation(context, record, actor)
  return readDetail(context.database.db, id, context.identity.fingerprint)
}

/** Nothing happens while a rotation is under way, also when two begin at once. */
export async function beginRotation(
  context: ConnectionContext,
  record: ConnectionRecord,
  actor: string,
): Promise<void> {
  const { database, vault, identity, now } = context
  const { id } = record
  const peer = findGrantedPeer(record)
  const chain = await listKeyRotations(database.db, id, 'local')
  if (chain.at(-1)?.state === 'published' || !peer) return
  const at = now()
  const paidUntil = payForRotation(chain.at(-1), at)
  const [from, to, seq] = [openConnectionKey(vault, record), await createKeyPair(), (chain.at(-1)?.seq ?? 0) + 1]
  const parties = { iss: identity.instanceUid, aud: peer.instanceUid, connectionId: peer.sharedId }
  const statement = await createRotation({ ...parties, seq, from, to, now: at })
  const { x, sealed: keySealed } = sealConnectionKey(vault, id, to)
  const place = { connectionId: id, owner: 'local' as const, seq }
  const kept = { previousX: peer.localKey.x, previousUntil: null, previousKid: null, paidUntil }
  const link = { ...place, ...kept, x, keySealed, statement, at }
  await database.transaction(async (transaction) => {
    if (!(await insertKeyRotation(transaction, { ...link, state: 'published' }))) return undefined
    await forgetLinksBefore(transaction, { ...place, seq: seq - LIMITS.keyChainLinks + 1 })
    await enqueue(transaction, 'publishRotation', { connectionId: id }, at)
    return changeConnection(transaction, id, at, {
      onlyIn: statesWith('contacted'),
      event: 'keyRotationBegun',
      detail: 'A new key of this side was made; the other side is informed.',
      actor,
    })
  })
}
