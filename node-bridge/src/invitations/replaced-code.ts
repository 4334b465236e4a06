import { ERROR_CODES } from '@accord/shared/protocol'

import { Refusal } from '../refusals/refusal.ts'
import type { ConnectionRecord } from '../store/connections/connection-record.ts'
import { findConnection } from '../store/connections/connections.ts'
import {
  findRedemption,
  finishRedemption,
  isWaiting,
  listOffered,
  type RedemptionRecord,
} from '../store/handshake/redemptions.ts'
import type { Db } from '../store/engine/tables.ts'
import { NODE_ACTOR, tryChange } from '../connections/change-connection.ts'
import { REDEMPTION_STEPS } from '../connections/redemption-steps.ts'
import type { ProcessedInvitation } from './invitation-code.ts'

type Read = Pick<ProcessedInvitation, 'payload' | 'identityThumbprint'>

interface Accepted {
  readonly redemption: RedemptionRecord
  readonly record: ConnectionRecord
}

/**
 * Where this code stands among the accepted ones of the same source for the same connection. Throws `invitation_replaced` where a
 * newer one is among them, unless this code made a connection that stands: it leads to it. Answers the acceptance of an older one
 * that still waits for its answer, which the newer code proves to be worthless.
 */
export async function verifyOffer(db: Db, invitation: Read): Promise<ConnectionRecord | undefined> {
  const { offer } = invitation.payload
  if (!offer) return undefined
  const accepted = await acceptedOfOffer(db, invitation)
  const newer = accepted.find(({ redemption }) => numberOf(redemption) > offer.number)
  if (newer) await requireOpenCode(db, invitation, newer.record)
  return accepted.find(({ redemption }) => isWaiting(redemption) && numberOf(redemption) < offer.number)?.record
}

const numberOf = ({ offer }: RedemptionRecord): number => offer?.number ?? 0

async function requireOpenCode(db: Db, { payload }: Read, { id: connectionId, name }: ConnectionRecord): Promise<void> {
  const known = await findRedemption(db, payload.jti)
  if (known && (await findConnection(db, known.connectionId))?.state !== 'failed') return
  throw new Refusal('invitation_replaced', undefined, { facts: { connectionId, name } })
}

/** Ends that acceptance, in the transaction that stores the newer one. Undefined where its answer has come meanwhile. */
export async function endReplaced(
  transaction: Db,
  replaced: ConnectionRecord,
  now: Date,
): Promise<ConnectionRecord | undefined> {
  const { title } = ERROR_CODES.invitation_replaced
  const detail = 'A newer code for this connection was accepted here.'
  const { id, invitationId } = replaced
  if (invitationId === null || !(await finishRedemption(transaction, invitationId, 'refused'))) return undefined
  return tryChange(transaction, id, now, {
    ...REDEMPTION_STEPS.connect.refused(`${title}. ${detail}`),
    actor: NODE_ACTOR,
    set: { reason: { code: 'invitation_replaced', detail } },
  })
}

/** Anybody can write the id of an offer into a code of his own: only codes by the key that was pinned belong together. */
async function acceptedOfOffer(db: Db, { payload, identityThumbprint }: Read): Promise<Accepted[]> {
  const accepted: Accepted[] = []
  for (const redemption of payload.offer ? await listOffered(db, payload.offer.id) : []) {
    const record = await findConnection(db, redemption.connectionId)
    if (record?.remoteIdentityThumbprint === identityThumbprint) accepted.push({ redemption, record })
  }
  return accepted
}
