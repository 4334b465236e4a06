import { z } from 'zod'
import {
  ConnectionName,
  Description,
  HttpUrl,
  Id,
  IsoTime,
  Mode,
  NumericDate,
  PublicJwk,
  SemVer,
  SemVerRange,
  Sha256,
  ShortName,
} from './primitives.js'
import { NodeInfo } from './node-info.js'

/** Body of redeem on the wire: one compact JWS, signed by B's connection key. */
export const RedeemRequest = z.strictObject({ redeem: z.string().max(16_384) })

/** Claims of `accord-redeem+jws`, PROTOCOL.md §5.1. */
export const RedeemClaims = z.object({
  iss: Id,
  aud: Id,
  htu: HttpUrl,
  iat: NumericDate,
  exp: NumericDate,
  nonce: z.string().max(200).optional(),
  nodeInfo: NodeInfo,
  codeHash: Sha256,
  proof: z.string().max(4096),
  identity: z.string().max(4096),
})
export type RedeemClaims = z.infer<typeof RedeemClaims>

/** Claims of `accord-proof+jws`, signed by the invitation key: this key of B, for this A, for this invitation. */
export const ProofClaims = z.object({ jti: Id, keyThumbprint: Sha256, aud: Id })
export type ProofClaims = z.infer<typeof ProofClaims>

/** Claims of `accord-identity+jws`, signed by B's identity key, which its header carries: this connection key is ours, for this A and this invitation. */
export const IdentityClaims = z.object({ iss: Id, aud: Id, jti: Id, keyThumbprint: Sha256 })
export type IdentityClaims = z.infer<typeof IdentityClaims>

/** Claims of `accord-grant+jws`, signed by A's identity key. */
export const GrantClaims = z.object({
  iss: Id,
  aud: Id,
  jti: Id,
  iat: NumericDate,
  requestHash: Sha256,
  connectionId: Id,
  connectionKey: PublicJwk,
  status: z.enum(['granted', 'awaiting_approval']),
  restVersion: SemVer,
  sourceRange: SemVerRange,
  destinationRange: SemVerRange,
  connection: z.object({
    name: ConnectionName,
    sourceShortName: ShortName,
    destinationShortName: ShortName,
    description: Description,
    mode: Mode,
  }),
  nodeInfo: NodeInfo,
  confirmBy: IsoTime,
  /** Where the keys of a connection are renewed: the side of who grants. */
  side: z.enum(['source', 'destination']).optional(),
})
export type GrantClaims = z.infer<typeof GrantClaims>

/** Room for the longest description: 4,000 characters of three bytes, in base64url. */
export const RedeemResponse = z.strictObject({ grant: z.string().max(32_768) })

/** Claims of every later signed call, PROTOCOL.md §5.4. */
export const RequestClaims = z.object({
  iss: Id,
  aud: Id,
  connectionId: Id,
  iat: NumericDate,
  exp: NumericDate,
  jti: Id,
  htm: z.enum(['GET', 'POST', 'PUT', 'DELETE']),
  htu: HttpUrl,
  bodyHash: Sha256,
  nonce: z.string().max(200).optional(),
})
export type RequestClaims = z.infer<typeof RequestClaims>

/**
 * Claims of `accord-answer+jws`, PROTOCOL.md §5.9: this status and body are our answer to exactly that request.
 * `requestHash`: of the request's JWS; where the body alone was signed, of the body.
 */
export const AnswerClaims = z.object({
  iss: Id,
  connectionId: Id,
  iat: NumericDate,
  requestHash: Sha256,
  status: z.int().min(100).max(599),
  bodyHash: Sha256,
})
export type AnswerClaims = z.infer<typeof AnswerClaims>

/**
 * Claims of the same `accord-answer+jws` where the call names an invitation instead: the refusals of a redeem, and the answers to
 * settle. `requestHash`: of the redeem, or of the JWS in the call's `Authorization`.
 */
export const InvitationAnswerClaims = AnswerClaims.omit({ connectionId: true }).extend({ invitationId: Id })
export type InvitationAnswerClaims = z.infer<typeof InvitationAnswerClaims>

export const ConfirmResponse = z.object({ connectionId: Id, state: z.string() })
