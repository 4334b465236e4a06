/** At the source: the public facts of a code. The code itself and its private key are nowhere. */
export interface InvitationTable {
  id: string
  connection_id: string
  /** `connect` or `rekey`. */
  purpose: string
  state: string
  key_x: string
  code_hash: string
  invited_instance_uid: string | null
  /** JSON: thumbprints of the identity keys of which one has to redeem the code. */
  invited_identities: string | null
  issued_at: number
  expires_at: number
  redeemed_by: string | null
  /** 1 when the source's admin decides after the redeem. */
  approval: number
  redeemed_at: number | null
  /** Why it was revoked, where its holder has to know. */
  end_reason: string | null
}

/**
 * An accepted code, and this side's new key. `invitation_sealed` holds the invitation key and is wiped when the answer is
 * final; until then the redemption waits, and of each connection one does at most. The key goes to the connection with the grant.
 */
export interface RedemptionTable {
  invitation_id: string
  connection_id: string
  /** `connect`: it has made the connection. `rekey`: it renews the keys of one that this side has. */
  purpose: string
  invitation_sealed: string | null
  key_x: string | null
  key_sealed: string | null
  issued_at: number
  expires_at: number
  invited_instance_uid: string | null
  accepted_at: number
  attempts: number
  /** The codes of one connection of the source share the first, and the newer one has the higher second. */
  offer_id: string | null
  offer_number: number | null
}

export interface SpentRequestTable {
  id: string
  expires_at: number
}
