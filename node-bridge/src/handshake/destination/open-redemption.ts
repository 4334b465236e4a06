import type { KeyPair } from '../../keys/key-pair.ts'
import type { ConnectionRecord } from '../../store/connections/connection-record.ts'
import type { WaitingRedemption } from '../../store/handshake/redemptions.ts'
import type { ConnectionContext } from '../../connections/connection-context.ts'
import { openInvitation, type WaitingInvitation } from '../../invitations/sealed-invitation.ts'
import { openConnectionKey } from '../../peer-calls/sealed-keys.ts'

/** A redemption that waits for its answer, and the connection that it makes or whose keys it renews. */
export interface OpenRedemption {
  readonly redemption: WaitingRedemption
  readonly record: ConnectionRecord
  readonly invitation: WaitingInvitation
  /** Of this side, made for this code. */
  readonly connectionKey: KeyPair
}

export function openRedemption(
  { vault }: Pick<ConnectionContext, 'vault'>,
  redemption: WaitingRedemption,
  record: ConnectionRecord,
): OpenRedemption {
  const { invitationId, invitationSealed, key } = redemption
  const invitation = openInvitation(vault, invitationId, invitationSealed)
  return { redemption, record, invitation, connectionKey: openConnectionKey(vault, { id: record.id, localKey: key }) }
}
