import { LIMITS } from '@accord/shared/protocol'
import type { z } from 'zod'

import { orderedId } from '../identifiers/ordered-id.ts'
import { readJws, type JwsText } from '../jws/compact-jws.ts'
import { sha256 } from '../keys/digest.ts'
import { Refusal } from '../refusals/refusal.ts'

/** What an `Authorization` header signs of a call, whichever key signs it (PROTOCOL.md §5.4, §5.12). */
export interface CallToSign {
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

export interface ReceivedCall {
  /** The header as received. */
  readonly authorization: string | undefined
  readonly method: string
  /** Our configured public URL, with path and query as received. */
  readonly url: string
  /** The same below the addresses that we had before. */
  readonly formerUrls?: readonly string[]
  readonly body: Uint8Array
}

interface ClaimsOfCall {
  readonly htm: string
  readonly htu: string
  readonly bodyHash: string
}

/** Stands in the header before the JWS. */
export const SCHEME = 'Accord '
const MAX_HEADER_CHARACTERS = 8192

export function claimsOfCall<Method extends string>({ url, body, now, nonce, jti }: CallToSign, method: Method) {
  const iat = Math.floor(now.getTime() / 1000)
  return {
    iat,
    exp: iat + LIMITS.signedRequestMs / 1000,
    jti: jti ?? orderedId(),
    htm: method,
    htu: url,
    bodyHash: sha256(body),
    ...(nonce === undefined ? {} : { nonce }),
  }
}

/** Reads the header; nothing is verified yet. Throws `unauthenticated` where there is none, `malformed`, `proof_invalid`. */
export function readAuthorization<Claims>(
  authorization: string | undefined,
  typ: string,
  keyBy: 'kid' | 'jwk',
  schema: z.ZodType<Claims>,
): { jws: JwsText; claims: Claims } {
  if (!authorization?.startsWith(SCHEME)) throw new Refusal('unauthenticated', 'The call carries no Accord signature.')
  if (authorization.length > MAX_HEADER_CHARACTERS) throw refuseProof('size')
  const read = readJws(authorization.slice(SCHEME.length), typ, keyBy)
  if ('fault' in read) throw new Refusal('proof_invalid', 'The signature has another form.', { facts: read.fault })
  const claims = schema.safeParse(read.jws.payload)
  if (!claims.success) throw refuseProof(claims.error.issues.map(({ path }) => path.join('.')).join(', '))
  return { jws: read.jws, claims: claims.data }
}

/** A signature speaks for one method, one URL, one body, and the one connection or invitation that `named` is of. */
export function requireSameCall<Named extends string>(
  claims: ClaimsOfCall & Readonly<Record<Named, string>>,
  call: ReceivedCall & Readonly<Record<Named, string>>,
  named: Named,
): void {
  const [signed, called]: readonly [string, string] = [claims[named], call[named]]
  if (claims.htm !== call.method) throw refuseProof('htm')
  if (claims.htu !== call.url && !call.formerUrls?.includes(claims.htu)) throw refuseProof('htu')
  if (signed !== called) throw refuseProof(named)
  if (claims.bodyHash !== sha256(call.body)) throw refuseProof('bodyHash')
}

export const refuseProof = (what: string): Refusal => new Refusal('proof_invalid', undefined, { facts: { what } })
