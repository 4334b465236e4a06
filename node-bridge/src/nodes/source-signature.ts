import { LIMITS, TYP } from '@accord/shared/protocol'
import { SourceClaims } from '@accord/shared/schemas'

import { readJws, signJws, verifyJwsOnce } from '../jws/compact-jws.ts'
import { sha256 } from '../keys/digest.ts'
import { type KeyPair, thumbprintOf } from '../keys/key-pair.ts'
import { orderedId } from '../identifiers/ordered-id.ts'
import { Refusal } from '../refusals/refusal.ts'
import { type Nonces, requireFresh } from './freshness.ts'

/** Who has signed a source's call: a key and a name that belong together only where an accepted code says so. */
export interface SourceSignature {
  readonly claims: SourceClaims
  readonly identityThumbprint: string
}

export interface SourceRequestToSign {
  readonly identity: KeyPair
  readonly iss: string
  readonly aud: string
  readonly invitationId: string
  readonly url: string
  readonly body: Uint8Array
  readonly now: Date
  readonly nonce?: string | undefined
  /** Fixed in the conformance fixtures only. */
  readonly jti?: string | undefined
}

export interface SignedSourceRequest {
  readonly authorization: string | undefined
  readonly method: string
  /** Our configured public URL, with path and query as received. */
  readonly url: string
  /** The same below the addresses that we had before. */
  readonly formerUrls?: readonly string[]
  readonly body: Uint8Array
  /** The invitation that the path names. */
  readonly invitationId: string
}

const SCHEME = 'Accord '
const MAX_HEADER_CHARACTERS = 8192

/** Value of the `Authorization` header of a source that cannot be called, PROTOCOL.md §5.12. */
export async function createSourceAuthorization(request: SourceRequestToSign): Promise<string> {
  const iat = Math.floor(request.now.getTime() / 1000)
  const claims: SourceClaims = {
    iss: request.iss,
    aud: request.aud,
    invitationId: request.invitationId,
    iat,
    exp: iat + LIMITS.signedRequestMs / 1000,
    jti: request.jti ?? orderedId(),
    htm: 'POST',
    htu: request.url,
    bodyHash: sha256(request.body),
    ...(request.nonce === undefined ? {} : { nonce: request.nonce }),
  }
  return SCHEME + (await signJws(claims, TYP.source, request.identity, 'jwk'))
}

/**
 * Checks all that the call itself tells; whether the key is that of the invitation's source is for the caller to ask.
 * Throws `unauthenticated` without a signature, `malformed`, `clock_skew` or `proof_invalid`.
 */
export async function processSourceAuthorization(
  request: SignedSourceRequest,
  { nonces, now }: { readonly nonces: Nonces; readonly now: Date },
): Promise<SourceSignature> {
  const { authorization } = request
  if (!authorization?.startsWith(SCHEME)) throw new Refusal('unauthenticated', 'The call carries no Accord signature.')
  if (authorization.length > MAX_HEADER_CHARACTERS) throw refuse('size')
  const read = readJws(authorization.slice(SCHEME.length), TYP.source, 'jwk')
  if ('fault' in read) throw new Refusal('proof_invalid', 'The signature has another form.', { facts: read.fault })
  const claims = SourceClaims.safeParse(read.jws.payload)
  if (!claims.success) throw refuse(claims.error.issues.map(({ path }) => path.join('.')).join(', '))
  requireSameRequest(claims.data, request)
  requireFresh(claims.data, LIMITS.signedRequestMs, now, nonces)
  const key = read.jws.header.jwk
  if (!key || !(await verifyJwsOnce(read.jws, key))) throw refuse('signature')
  return { claims: claims.data, identityThumbprint: thumbprintOf(key) }
}

/** A signature speaks for one method, one URL, one body and one invitation. */
function requireSameRequest(claims: SourceClaims, request: SignedSourceRequest): void {
  if (claims.htm !== request.method) throw refuse('htm')
  if (claims.htu !== request.url && !request.formerUrls?.includes(claims.htu)) throw refuse('htu')
  if (claims.invitationId !== request.invitationId) throw refuse('invitationId')
  if (claims.bodyHash !== sha256(request.body)) throw refuse('bodyHash')
}

const refuse = (what: string): Refusal => new Refusal('proof_invalid', undefined, { facts: { what } })
