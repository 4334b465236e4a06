import { z } from 'zod'
import { WaitMs } from './contact.js'
import { HttpUrl, Id, NumericDate, SemVerRange, Sha256 } from './primitives.js'

/** Claims of `accord-source+jwt`, PROTOCOL.md §5.12: the source of an invitation, by the identity key that signed its code, calls. */
export const SourceClaims = z.object({
  iss: Id,
  aud: Id,
  invitationId: Id,
  iat: NumericDate,
  exp: NumericDate,
  jti: Id,
  htm: z.literal('POST'),
  htu: HttpUrl,
  bodyHash: Sha256,
  nonce: z.string().max(200).optional(),
})
export type SourceClaims = z.infer<typeof SourceClaims>

/** `nonce`: the source's own, for the redeem that it fetches, where the clock of the one before did not fit. */
export const FetchAcceptanceRequest = z.strictObject({ waitMs: WaitMs, nonce: z.string().max(200).optional() })
export type FetchAcceptanceRequest = z.infer<typeof FetchAcceptanceRequest>

/** `redeem`: null while nobody has accepted the code, and as well when the asker is not its source: a stranger learns nothing. */
export const FetchAcceptanceResponse = z.object({ redeem: z.string().max(16_384).nullable() })
export type FetchAcceptanceResponse = z.infer<typeof FetchAcceptanceResponse>

/** What a source may refuse a redeem with; everything else is its own trouble and passes. */
export const SOURCE_REFUSALS = [
  'malformed',
  'proof_invalid',
  'own_invitation',
  'invitation_unknown',
  'invitation_expired',
  'invitation_revoked',
  'invitation_replaced',
  'wrong_recipient',
  'wrong_recipient_key',
  'address_refused',
  'already_redeemed',
  'connection_gone',
  'no_common_version',
  'approval_rejected',
  'approval_expired',
] as const

/** `grant` answers exactly `redeem`, which was fetched before; `refusal` is final. */
export const SettleAcceptanceRequest = z.union([
  z.strictObject({ redeem: z.string().max(16_384), grant: z.string().max(32_768) }),
  z.strictObject({
    refusal: z.strictObject({
      code: z.enum(SOURCE_REFUSALS),
      versions: z.enum(['rest', 'hubObject']).optional(),
      sourceRange: SemVerRange.optional(),
      destinationRange: SemVerRange.optional(),
      // Beside `invitation_revoked`: the source has moved, and asking it at the old address would not help.
      reason: z.literal('address_changed').optional(),
    }),
  }),
])
export type SettleAcceptanceRequest = z.infer<typeof SettleAcceptanceRequest>

/** `state`: of the acceptor's connection. */
export const SettleAcceptanceResponse = z.object({ invitationId: Id, state: z.string() })
export type SettleAcceptanceResponse = z.infer<typeof SettleAcceptanceResponse>
