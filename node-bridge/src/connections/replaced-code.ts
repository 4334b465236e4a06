import { ERROR_CODES } from '@accord/shared/protocol'

import { Refusal } from '../refusal.ts'
import { type AcceptanceRecord, findAcceptance, listOffered, wipeInvitationKey } from '../store/acceptances.ts'
import type { ConnectionRecord } from '../store/connection-record.ts'
import { findConnection } from '../store/connections.ts'
import type { Db } from '../store/tables.ts'
import { changeConnection, NODE_ACTOR } from './change-connection.ts'
import type { ProcessedInvitation } from './invitation-code.ts'

type Read = Pick<ProcessedInvitation, 'payload' | 'identityThumbprint'>

interface Accepted {
  readonly acceptance: AcceptanceRecord
  readonly record: ConnectionRecord
}

/**
 * Throws `invitation_replaced` where a newer code of the same source for the same connection was accepted here. The code that made
 * a connection which stands is no such case: it leads to it.
 */
export async function requireNewest(db: Db, invitation: Read): Promise<void> {
  const { offer, jti } = invitation.payload
  if (!offer) return
  const known = await findAcceptance(db, jti)
  if (known && (await findConnection(db, known.connectionId))?.state !== 'failed') return
  const newer = (await acceptedOfOffer(db, invitation)).find(
    ({ acceptance }) => (acceptance.offer?.number ?? 0) > offer.number,
  )
  if (!newer) return
  const { id: connectionId, name } = newer.record
  throw new Refusal('invitation_replaced', undefined, { facts: { connectionId, name } })
}

/** The acceptance of an older code for the same connection that still waits for its answer. The newer code proves that it is worthless. */
export async function findReplaced(db: Db, invitation: Read): Promise<ConnectionRecord | undefined> {
  const { offer } = invitation.payload
  if (!offer) return undefined
  const older = (await acceptedOfOffer(db, invitation)).find(
    ({ acceptance, record }) => record.state === 'redeeming' && (acceptance.offer?.number ?? 0) < offer.number,
  )
  return older?.record
}

/** Ends that acceptance, in the transaction that stores the newer one. */
export async function endReplaced(transaction: Db, replaced: ConnectionRecord, now: Date): Promise<ConnectionRecord> {
  if (replaced.invitationId !== null) await wipeInvitationKey(transaction, replaced.invitationId)
  const { title } = ERROR_CODES.invitation_replaced
  const detail = 'A newer code for this connection was accepted here.'
  return changeConnection(transaction, replaced, now, {
    transition: 'refused',
    event: 'refused',
    detail: `${title}. ${detail}`,
    actor: NODE_ACTOR,
    set: { reason: { code: 'invitation_replaced', detail } },
  })
}

/** Anybody can write the id of an offer into a code of his own: only codes by the key that was pinned belong together. */
async function acceptedOfOffer(db: Db, { payload, identityThumbprint }: Read): Promise<Accepted[]> {
  const accepted: Accepted[] = []
  for (const acceptance of payload.offer ? await listOffered(db, payload.offer.id) : []) {
    const record = await findConnection(db, acceptance.connectionId)
    if (record?.remoteIdentityThumbprint === identityThumbprint) accepted.push({ acceptance, record })
  }
  return accepted
}
