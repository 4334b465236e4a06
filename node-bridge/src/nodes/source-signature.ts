import { LIMITS, TYP } from '@accord/shared/protocol'
import { SourceClaims } from '@accord/shared/schemas'

import { signJws, verifyJwsOnce } from '../jws/compact-jws.ts'
import { type KeyPair, thumbprintOf } from '../keys/key-pair.ts'
import {
  type CallToSign,
  claimsOfCall,
  readAuthorization,
  type ReceivedCall,
  refuseProof,
  requireSameCall,
  SCHEME,
} from './authorization.ts'
import { type Nonces, requireFresh } from './freshness.ts'

/** The signer of a source's call: key and instance UID as claimed. They are believed only where an accepted code binds them. */
export interface SourceSignature {
  readonly claims: SourceClaims
  readonly identityThumbprint: string
}

export interface SourceRequestToSign extends CallToSign {
  readonly identity: KeyPair
  readonly iss: string
  readonly aud: string
  readonly invitationId: string
}

export interface SignedSourceRequest extends ReceivedCall {
  /** The invitation that the path names. */
  readonly invitationId: string
}

/** Value of the `Authorization` header of a source that cannot be called, PROTOCOL.md §5.12. */
export async function createSourceAuthorization(request: SourceRequestToSign): Promise<string> {
  const { identity, iss, aud, invitationId } = request
  const claims: SourceClaims = { iss, aud, invitationId, ...claimsOfCall(request, 'POST') }
  return SCHEME + (await signJws(claims, TYP.source, identity, 'jwk'))
}

/**
 * Checks all that the call itself tells; whether the key is that of the invitation's source is for the caller to ask.
 * Throws `unauthenticated` without a signature, `malformed`, `clock_skew` or `proof_invalid`.
 */
export async function processSourceAuthorization(
  request: SignedSourceRequest,
  { nonces, now }: { readonly nonces: Nonces; readonly now: Date },
): Promise<SourceSignature> {
  const { jws, claims } = readAuthorization(request.authorization, TYP.source, 'jwk', SourceClaims)
  requireSameCall(claims, request, 'invitationId')
  requireFresh(claims, LIMITS.signedRequestMs, now, nonces)
  const key = jws.header.jwk
  if (!key || !(await verifyJwsOnce(jws, key))) throw refuseProof('signature')
  return { claims, identityThumbprint: thumbprintOf(key) }
}
