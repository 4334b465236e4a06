import { timingSafeEqual } from 'node:crypto'

import { noteSignedCall } from '../peer-calls/note-signed-call.ts'
import type { ConnectionContext } from '../connections/connection-context.ts'
import { earlierKeyOf } from '../peer-calls/earlier-key.ts'
import { isKnownSource } from '../handshake/private-source/waiting-acceptance.ts'
import { remoteThumbprintOf } from '../handshake/source/redeem-invitation.ts'
import { openConnectionKey, publicJwkOf } from '../peer-calls/sealed-keys.ts'
import { createAnswerSignature } from '../nodes/answer-signature.ts'
import { createInvitationAnswerSignature } from '../nodes/invitation-answer.ts'
import { Refusal } from '../refusals/refusal.ts'
import type { Callers, ConnectionKeys } from '../nodes/callers.ts'
import type { ConnectionRecord } from '../store/connections/connection-record.ts'
import { findSharedConnection } from '../store/connections/connections.ts'
import { refuseCopy } from '../instance/refuse-copy.ts'
import { findPairing } from '../store/instance/pairings.ts'
import { spendRequestId } from '../store/handshake/spent-requests.ts'
import { hashSecret } from '../instance/pairing-service.ts'

const OPERATOR_REMEDY =
  'This call takes the operator token: send the one that the node was started with as ACCORD_OPERATOR_TOKEN.'

/** Three callers, three proofs: the instance's token, the operator's token, the signature of a connection key. */
export function createCallers(context: ConnectionContext, operatorToken: string | undefined): Callers {
  const { database } = context
  const { db } = database
  const operatorHash = operatorToken === undefined ? undefined : hashSecret(operatorToken)
  /** What each verified request is known by, so that its answer is signed without another look. */
  const verifiedBy = new WeakMap<ConnectionKeys, ConnectionRecord>()
  return {
    authenticateInstance: async (bearer, named = {}) => {
      const pairing = await findPairing(db)
      if (!pairing) throw new Refusal('not_paired')
      if (!isSame(hashSecret(bearer), pairing.tokenHash)) throw new Refusal('unauthenticated')
      await refuseCopy(context, pairing, named)
      return { kind: 'instance', instanceUrl: pairing.instanceUrl }
    },
    authenticateOperator: async (bearer) => {
      if (operatorHash === undefined || !isSame(hashSecret(bearer), operatorHash))
        throw new Refusal('unauthenticated', undefined, { remedy: OPERATOR_REMEDY })
      return { kind: 'operator' }
    },
    formerUrls: () => context.addresses().former(),
    findConnectionKeys: async (connectionId) => {
      const record = await findSharedConnection(db, connectionId)
      if (!record?.remoteKeyX || !record.remote.instanceUid) return undefined
      const keys: ConnectionKeys = {
        connectionId,
        localInstanceUid: context.identity.instanceUid,
        remoteInstanceUid: record.remote.instanceUid,
        remoteKey: publicJwkOf(record.remoteKeyX),
        remoteKeyThumbprint: remoteThumbprintOf(record.remoteKeyX),
        findEarlier: (kid) => earlierKeyOf(db, record.id, kid, context.now()),
        awaitsFirstCall: record.state === 'pending',
      }
      verifiedBy.set(keys, record)
      return keys
    },
    spendRequestId: (jti, expiresAt) =>
      database.transaction((transaction) => spendRequestId(transaction, jti, expiresAt)),
    signAnswer: async (answer, verified) => {
      const record = (verified && verifiedBy.get(verified)) ?? (await findSharedConnection(db, answer.connectionId))
      const claims = { ...answer, iss: context.identity.instanceUid, iat: Math.floor(context.now().getTime() / 1000) }
      return record?.localKey
        ? createAnswerSignature(claims, openConnectionKey(context.vault, record), 'connection')
        : createAnswerSignature(claims, context.identity.key, 'identity')
    },
    signInvitationAnswer: (answer) => {
      const iat = Math.floor(context.now().getTime() / 1000)
      const claims = { ...answer, iss: context.identity.instanceUid, iat }
      return createInvitationAnswerSignature(claims, context.identity.key)
    },
    noteSignedCall: async (connectionId) => void (await noteSignedCall(context, connectionId)),
    isKnownSource: (invitationId, source) => isKnownSource(context, invitationId, source),
  }
}

const isSame = (left: string, right: string): boolean =>
  left.length === right.length && timingSafeEqual(Buffer.from(left), Buffer.from(right))
