import { Refusal } from '../../refusals/refusal.ts'
import { type InvitationRecord, listUsableInvitations } from '../../store/handshake/invitations.ts'
import type { Db } from '../../store/engine/tables.ts'

/** Why a code that has ended opens nothing, at the node that issued it: a newer one that stands is what its holder needs to know of. */
export async function refuseEnded(db: Db, invitation: InvitationRecord): Promise<Refusal> {
  const usable = await listUsableInvitations(db, invitation.connectionId)
  if (usable.some((other) => isNewer(other, invitation))) return new Refusal('invitation_replaced')
  if (invitation.state === 'revoked') {
    const { endReason: reason } = invitation
    return new Refusal('invitation_revoked', undefined, reason === undefined ? {} : { facts: { reason } })
  }
  return new Refusal('invitation_expired', undefined, { facts: { expiresAt: invitation.expiresAt.toISOString() } })
}

/** Codes carry a time in whole seconds; within a second the order of their ids decides. */
function isNewer(other: InvitationRecord, { id, issuedAt }: InvitationRecord): boolean {
  const laterMs = other.issuedAt.getTime() - issuedAt.getTime()
  return laterMs > 0 || (laterMs === 0 && other.id > id)
}
