import type { KeyObject } from 'node:crypto'

import { SIGNATURE_ALGORITHM, TYP } from '@accord/shared/protocol'
import { LicenceClaims } from '@accord/shared/schemas'
import { CompactSign, compactVerify } from 'jose'

import { pointOf, thumbprintOf, type VendorKey } from './vendor-key.ts'

/** The claims as a compact JWS by the vendor's key. */
export const signLicence = (claims: LicenceClaims, { privateKey, publicKey }: VendorKey): Promise<string> =>
  new CompactSign(Buffer.from(JSON.stringify(LicenceClaims.parse(claims))))
    .setProtectedHeader({ alg: SIGNATURE_ALGORITHM, typ: TYP.licence, kid: thumbprintOf(pointOf(publicKey)) })
    .sign(privateKey)

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

export const isSignedBy = (token: string, publicKey: KeyObject): Promise<boolean> =>
  compactVerify(token, publicKey, { algorithms: [SIGNATURE_ALGORITHM] }).then(
    () => true,
    () => false,
  )
