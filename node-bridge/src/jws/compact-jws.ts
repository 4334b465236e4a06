import { SIGNATURE_ALGORITHM } from '@accord/shared/protocol'
import { PublicJwk } from '@accord/shared/schemas'
import { CompactSign, compactVerify } from 'jose'

import { importPrivateKey, importPublicKey, rememberPublicKey, type PrivateJwk } from '../keys/key-pair.ts'
import { decodeBase64url } from './base64url.ts'
import { isPlainObject, parseStrictJson } from './strict-json.ts'

/** Why a text is not the JWS that was asked for. `incomplete`: it stops too early. `key`: the embedded key is no usable Ed25519 key. */
export type JwsFault =
  | { readonly kind: 'shape' | 'incomplete' | 'key' }
  | { readonly kind: 'header'; readonly member: string }
  | { readonly kind: 'crit'; readonly names: readonly string[] }

export interface JwsText {
  readonly text: string
  /** Parsed header, its members checked against the allow-list. `jwk` or `kid` is present as `keyBy` asked. */
  readonly header: { readonly jwk?: PublicJwk; readonly kid?: string }
  /** Parsed and harmless, not yet trusted: the signature is checked by `verifyJws`. */
  readonly payload: unknown
}

/** A header names its key in one of two ways, never both: `jwk` is the key itself, `kid` an RFC 7638 thumbprint. */
export type KeyBy = 'jwk' | 'kid'

const SIGNATURE_BYTES = 64

/** Everything about a compact JWS that can be checked without a signature check. */
export function readJws(text: string, typ: string, keyBy: KeyBy): { jws: JwsText } | { fault: JwsFault } {
  const [headerText = '', payloadText = '', signatureText = '', ...rest] = text.split('.')
  if (rest.length > 0) return { fault: { kind: 'shape' } }
  const headerBytes = decodeBase64url(headerText)
  const header = headerBytes && parseStrictJson(headerBytes)
  if (!isPlainObject(header)) return { fault: { kind: headerText && payloadText ? 'shape' : 'incomplete' } }
  const headerFault = validateHeader(header, typ, keyBy)
  if (headerFault) return { fault: headerFault }
  const payloadBytes = decodeBase64url(payloadText)
  const signature = decodeBase64url(signatureText)
  if (signatureText.length < Math.ceil((SIGNATURE_BYTES * 4) / 3)) return { fault: { kind: 'incomplete' } }
  if (!payloadBytes || signature?.length !== SIGNATURE_BYTES) return { fault: { kind: 'shape' } }
  const payload = parseStrictJson(payloadBytes)
  if (!isPlainObject(payload)) return { fault: { kind: 'shape' } }
  return { jws: { text, header: header as JwsText['header'], payload } }
}

/** `crit` comes first: a sender who demands more than we know is refused by that name, whatever else the header holds. */
function validateHeader(header: Record<string, unknown>, typ: string, keyBy: KeyBy): JwsFault | undefined {
  if ('crit' in header) return { kind: 'crit', names: criticalNames(header['crit']) }
  const stray = Object.keys(header).find((member) => !['alg', 'typ', keyBy].includes(member))
  if (stray) return { kind: 'header', member: stray.slice(0, 40) }
  if (header['alg'] !== SIGNATURE_ALGORITHM) return { kind: 'header', member: 'alg' }
  if (header['typ'] !== typ) return { kind: 'header', member: 'typ' }
  if (keyBy === 'kid') return typeof header['kid'] === 'string' ? undefined : { kind: 'header', member: 'kid' }
  return PublicJwk.safeParse(header['jwk']).success ? undefined : { kind: 'header', member: 'jwk' }
}

/** What is no name is named by its kind: an object with a member `toString` of its own cannot be made a text. */
const criticalNames = (crit: unknown): string[] =>
  Array.isArray(crit)
    ? crit.slice(0, 10).map((name: unknown) => (typeof name === 'string' ? name.slice(0, 40) : typeof name))
    : []

/** Does this key's signature stand under a text that `readJws` has read? For keys that we hold: they stay imported. Never throws. */
export const verifyJws = (jws: Pick<JwsText, 'text'>, key: PublicJwk): Promise<boolean> =>
  hasSignature(jws.text, key, rememberPublicKey)

/** The same for keys that strangers send or that are used once: nothing of them stays in memory. */
export const verifyJwsOnce = (jws: Pick<JwsText, 'text'>, key: PublicJwk): Promise<boolean> =>
  hasSignature(jws.text, key, importPublicKey)

/**
 * False for a wrong signature and for an unusable key alike. jose verifies it; what it would be lenient about, such as stray
 * bits of the encoding or a point of small order, `readJws` and the import of the key have refused.
 */
async function hasSignature(text: string, key: PublicJwk, load: typeof importPublicKey): Promise<boolean> {
  try {
    await compactVerify(text, await load(key), { algorithms: [SIGNATURE_ALGORITHM] })
    return true
  } catch {
    return false
  }
}

/** Signs `payload` as JSON. `keyBy`: how the header names the key. */
export async function signJws(
  payload: object,
  typ: string,
  key: { readonly privateJwk: PrivateJwk; readonly publicJwk: PublicJwk; readonly thumbprint: string },
  keyBy: KeyBy,
): Promise<string> {
  const naming = keyBy === 'jwk' ? { jwk: key.publicJwk } : { kid: key.thumbprint }
  return new CompactSign(Buffer.from(JSON.stringify(payload)))
    .setProtectedHeader({ alg: SIGNATURE_ALGORITHM, typ, ...naming })
    .sign(await importPrivateKey(key.privateJwk))
}
