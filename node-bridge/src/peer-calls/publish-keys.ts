import { randomUUID } from 'node:crypto'

import { LIMITS } from '@accord/shared/protocol'
import { PublishKeysResponse } from '@accord/shared/schemas'

import { sha256 } from '../keys/digest.ts'
import { thumbprintOf } from '../keys/key-pair.ts'
import { endpointOf } from '../network/endpoint.ts'
import { createJsonBody } from '../nodes/remote-node-client.ts'
import { readSignedAnswer } from '../nodes/signed-answer.ts'
import { Refusal } from '../refusals/refusal.ts'
import type { ConnectionRecord } from '../store/connections/connection-record.ts'
import { finishKeyRotation, type KeyRotation, listKeyRotations } from '../store/connections/key-rotations.ts'
import { changeConnection, REMOTE_ACTOR } from '../connections/change-connection.ts'
import type { ConnectionContext } from '../connections/connection-context.ts'
import { grantedPeerOf } from '../connections/granted-peer.ts'
import { expectAnswer } from './expect-answer.ts'
import { publicJwkOf } from './sealed-keys.ts'
import { remoteName } from '../connections/remote-details.ts'

/**
 * Tells the peer our chain of keys and, once it has acknowledged the newest, uses that one. Answers the connection as it is
 * then; undefined when this side has never replaced its key. Throws the refusals of the network and of the peer.
 */
export async function publishKeys(
  context: ConnectionContext,
  record: ConnectionRecord,
): Promise<ConnectionRecord | undefined> {
  const chain = await listKeyRotations(context.database.db, record.id, 'local')
  const newest = chain.at(-1)
  if (!newest) return undefined
  const answer = await tell(context, record, chain)
  if (answer.keyThumbprint !== thumbprintOf(publicJwkOf(newest.x)))
    throw new Refusal('protocol_violation', 'The other node acknowledged another key than the one it was sent.')
  return newest.state === 'published' ? promoteKey(context, record, newest) : record
}

async function tell(
  context: ConnectionContext,
  record: ConnectionRecord,
  chain: readonly KeyRotation[],
): Promise<PublishKeysResponse> {
  const { sharedId, nodeUrl } = grantedPeerOf(record)
  const statements = chain.slice(-LIMITS.keyChainLinks).map(({ statement }) => statement)
  const body = createJsonBody({ id: randomUUID(), chain: statements })
  const url = endpointOf(nodeUrl, 'publishKeys', { connectionId: sharedId })
  const reply = await context.remote.send({ method: 'POST', url, body })
  const answer = PublishKeysResponse.safeParse(
    await readSignedAnswer(reply, expectAnswer(context, record, sha256(body))),
  )
  if (!answer.success) throw new Refusal('protocol_violation', 'The other node answered in a form that is unknown.')
  return answer.data
}

/** The private key before is gone from here on; only the peer still takes what it has signed. */
export async function promoteKey(
  { database, now }: ConnectionContext,
  record: ConnectionRecord,
  newest: KeyRotation,
): Promise<ConnectionRecord> {
  const { x, keySealed } = newest
  if (keySealed === null) throw new Error(`The new key of connection ${record.id} is missing`)
  const changed = await database.transaction(async (transaction) => {
    if (!(await finishKeyRotation(transaction, newest))) return undefined
    return changeConnection(transaction, record.id, now(), {
      onlyIn: [record.state],
      event: 'keyRotated',
      detail: `${remoteName(record.remote)} knows the new key of this side; it is used from now on.`,
      actor: REMOTE_ACTOR,
      set: { localKey: { x, sealed: keySealed } },
    })
  })
  if (!changed) return record
  return changed
}
