import { sign, verify, type KeyObject } from 'node:crypto'

import { SIGNATURE_ALGORITHM, TYP } from '@accord/shared/protocol'
import { LicenceClaims } from '@accord/shared/schemas'

import { pointOf, thumbprintOf, type VendorKey } from './vendor-key.ts'

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')

/** The claims as a compact JWS by the vendor's key. */
export function signLicence(claims: LicenceClaims, { privateKey, publicKey }: VendorKey): string {
  const header = { alg: SIGNATURE_ALGORITHM, typ: TYP.licence, kid: thumbprintOf(pointOf(publicKey)) }
  const input = `${encode(header)}.${encode(LicenceClaims.parse(claims))}`
  return `${input}.${sign(null, Buffer.from(input), privateKey).toString('base64url')}`
}

export interface InspectedLicence {
  readonly claims: LicenceClaims
  readonly kid: string
}

/** Undefined for what is no licence. Verifies no signature. */
export function readLicence(token: string): InspectedLicence | undefined {
  const [header, claims] = token.split('.').map(decode)
  const read = LicenceClaims.safeParse(claims)
  const { typ, kid } = (header ?? {}) as { typ?: unknown; kid?: unknown }
  return read.success && typ === TYP.licence && typeof kid === 'string' ? { claims: read.data, kid } : undefined
}

function decode(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString())
  } catch {
    return undefined
  }
}

export function isSignedBy(token: string, publicKey: KeyObject): boolean {
  const [header = '', claims = '', signature = ''] = token.split('.')
  return verify(null, Buffer.from(`${header}.${claims}`), publicKey, Buffer.from(signature, 'base64url'))
}
