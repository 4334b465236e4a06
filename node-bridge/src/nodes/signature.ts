import { LIMITS, TYP } from '@accord/shared/protocol'
import { type PublicJwk, RequestClaims } from '@accord/shared/schemas'

import { signJws, verifyJws } from '../jws/compact-jws.ts'
import { sha256 } from '../keys/digest.ts'
import type { KeyPair } from '../keys/key-pair.ts'
import { Refusal } from '../refusals/refusal.ts'
import {
  type CallToSign,
  claimsOfCall,
  readAuthorization,
  type ReceivedCall,
  refuseProof,
  requireSameCall,
  SCHEME,
} from './authorization.ts'
import type { Callers, ConnectionKeys } from './callers.ts'
import { NONCE_LIFE_MS, requireFresh, type Nonces } from './freshness.ts'

export interface RequestToSign extends CallToSign {
  /** Our key of this connection. */
  readonly key: KeyPair
  /** Our instance uid, and the receiver's. */
  readonly iss: string
  readonly aud: string
  readonly connectionId: string
  readonly method: RequestClaims['htm']
}

export interface SignedRequest extends ReceivedCall {
  /** The connection that the path names. */
  readonly connectionId: string
}

export interface SignatureContext {
  readonly callers: Pick<Callers, 'findConnectionKeys' | 'spendRequestId'>
  readonly nonces: Nonces
  readonly now: Date
}

/** How requests between nodes are signed. One interface, so that RFC 9421 can stand beside it one day. */
export interface RequestSignatures {
  create(request: RequestToSign): Promise<string>
  process(request: SignedRequest, context: SignatureContext): Promise<ConnectionKeys>
}

/** A spent id outlives every moment at which its message could still be taken. */
const SPENT_MARGIN_MS = 5 * 60_000

/** Value of the `Authorization` header, PROTOCOL.md §5.4. */
export async function createRequestAuthorization(request: RequestToSign): Promise<string> {
  const { key, iss, aud, connectionId, method } = request
  const claims: RequestClaims = { iss, aud, connectionId, ...claimsOfCall(request, method) }
  return SCHEME + (await signJws(claims, TYP.request, key, 'kid'))
}

/** Of the JWS in an `Authorization` header that we made: an answer has to name it. */
export const requestHashOf = (authorization: string): string => sha256(authorization.slice(SCHEME.length))

/**
 * Verifies a signed call, from cheap to dear; the id of the request is spent last, so that only the peer can spend one.
 * Throws `unauthenticated` without a signature, `malformed`, `clock_skew`, `connection_unknown`, `proof_invalid` or `request_replayed`.
 */
export async function processRequestAuthorization(
  request: SignedRequest,
  { callers, nonces, now }: SignatureContext,
): Promise<ConnectionKeys> {
  const { jws, claims } = readAuthorization(request.authorization, TYP.request, 'kid', RequestClaims)
  requireSameCall(claims, request, 'connectionId')
  requireFresh(claims, LIMITS.signedRequestMs, now, nonces)
  const keys = await callers.findConnectionKeys(claims.connectionId)
  if (!keys) throw new Refusal('connection_unknown')
  if (claims.iss !== keys.remoteInstanceUid) throw refuseProof('iss')
  if (claims.aud !== keys.localInstanceUid) throw refuseProof('aud')
  const key = await keyNamed(jws.header.kid, keys)
  if (!key) throw refuseProof('kid')
  if (!(await verifyJws(jws, key))) throw refuseProof('signature')
  if (!(await callers.spendRequestId(claims.jti, spentUntil(claims.exp, now)))) throw new Refusal('request_replayed')
  return keys
}

/**
 * How long the id of a signed call is remembered. `exp`: of the call, in seconds; however far away it lies, the call is taken
 * no longer than a nonce lives.
 */
export const spentUntil = (exp: number, now: Date): Date => {
  const soonest = now.getTime()
  return new Date(Math.min(Math.max(exp * 1000, soonest), soonest + NONCE_LIFE_MS) + SPENT_MARGIN_MS)
}

/** The other side's key or, for some days after a rotation, the one before it. */
async function keyNamed(kid: string | undefined, keys: ConnectionKeys): Promise<PublicJwk | undefined> {
  if (kid === keys.remoteKeyThumbprint) return keys.remoteKey
  return kid === undefined ? undefined : keys.findEarlier?.(kid)
}

export const requestSignatures: RequestSignatures = {
  create: createRequestAuthorization,
  process: processRequestAuthorization,
}
