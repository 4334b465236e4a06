import { LIMITS, TYP } from '@accord/shared/protocol'
import { type PublicJwk, RequestClaims } from '@accord/shared/schemas'

import { readJws, signJws, verifyJws, type JwsText } from '../jws/compact-jws.ts'
import { sha256 } from '../keys/digest.ts'
import type { KeyPair } from '../keys/key-pair.ts'
import { orderedId } from '../identifiers/ordered-id.ts'
import { Refusal } from '../refusals/refusal.ts'
import type { Callers, ConnectionKeys } from './callers.ts'
import { NONCE_LIFE_MS, requireFresh, type Nonces } from './freshness.ts'

export interface RequestToSign {
  /** Our key of this connection. */
  readonly key: KeyPair
  /** Our instance uid, and the receiver's. */
  readonly iss: string
  readonly aud: string
  readonly connectionId: string
  readonly method: RequestClaims['htm']
  /** Below the receiver's configured public URL, with the query. */
  readonly url: string
  /** The exact bytes that are sent; empty for none. */
  readonly body: Uint8Array
  readonly now: Date
  /** From a `clock_skew` answer. */
  readonly nonce?: string | undefined
  /** Fixed in the conformance fixtures only. */
  readonly jti?: string | undefined
}

export interface SignedRequest {
  /** The header as received. */
  readonly authorization: string | undefined
  readonly method: string
  /** Our configured public URL, with path and query as received. */
  readonly url: string
  /** The same below the addresses that we had before. */
  readonly formerUrls?: readonly string[]
  readonly body: Uint8Array
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

const SCHEME = 'Accord '
const MAX_HEADER_CHARACTERS = 8192
/** A spent id outlives every moment at which its message could still be taken. */
const SPENT_MARGIN_MS = 5 * 60_000

/** Value of the `Authorization` header, PROTOCOL.md §5.4. */
export async function createRequestAuthorization(request: RequestToSign): Promise<string> {
  const iat = Math.floor(request.now.getTime() / 1000)
  const claims: RequestClaims = {
    iss: request.iss,
    aud: request.aud,
    connectionId: request.connectionId,
    iat,
    exp: iat + LIMITS.signedRequestMs / 1000,
    jti: request.jti ?? orderedId(),
    htm: request.method,
    htu: request.url,
    bodyHash: sha256(request.body),
    ...(request.nonce === undefined ? {} : { nonce: request.nonce }),
  }
  return SCHEME + (await signJws(claims, TYP.request, request.key, 'kid'))
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
  const { jws, claims } = readAuthorization(request.authorization)
  requireSameRequest(claims, request)
  requireFresh(claims, LIMITS.signedRequestMs, now, nonces)
  const keys = await callers.findConnectionKeys(claims.connectionId)
  if (!keys) throw new Refusal('connection_unknown')
  if (claims.iss !== keys.remoteInstanceUid) throw refuse('iss')
  if (claims.aud !== keys.localInstanceUid) throw refuse('aud')
  const key = await keyNamed(jws.header.kid, keys)
  if (!key) throw refuse('kid')
  if (!(await verifyJws(jws, key))) throw refuse('signature')
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

function readAuthorization(authorization: string | undefined): { jws: JwsText; claims: RequestClaims } {
  if (!authorization?.startsWith(SCHEME)) throw new Refusal('unauthenticated', 'The call carries no Accord signature.')
  if (authorization.length > MAX_HEADER_CHARACTERS) throw refuse('size')
  const read = readJws(authorization.slice(SCHEME.length), TYP.request, 'kid')
  if ('fault' in read) throw new Refusal('proof_invalid', 'The signature has another form.', { facts: read.fault })
  const claims = RequestClaims.safeParse(read.jws.payload)
  if (!claims.success) throw refuse(claims.error.issues.map(({ path }) => path.join('.')).join(', '))
  return { jws: read.jws, claims: claims.data }
}

/** A signature speaks for one method, one URL, one body and one connection. */
function requireSameRequest(claims: RequestClaims, request: SignedRequest): void {
  if (claims.htm !== request.method) throw refuse('htm')
  if (claims.htu !== request.url && !request.formerUrls?.includes(claims.htu)) throw refuse('htu')
  if (claims.connectionId !== request.connectionId) throw refuse('connectionId')
  if (claims.bodyHash !== sha256(request.body)) throw refuse('bodyHash')
}

const refuse = (what: string): Refusal => new Refusal('proof_invalid', undefined, { facts: { what } })
