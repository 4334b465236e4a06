import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { signLicence } from '../../licence-vendor/src/licence-token.ts'
import { pointOf } from '../../licence-vendor/src/vendor-key.ts'

export interface StoryVendor {
  /** For a node of a demo, which takes another vendor's key because it stands on a loopback address. */
  readonly settings: Readonly<Record<string, string>>
  /** A licence for a year. */
  sign(customer: string): Promise<string>
}

export function createVendor(): StoryVendor {
  const key = generateKeyPairSync('ed25519')
  const iat = Math.floor(Date.now() / 1000)
  return {
    settings: { ACCORD_LICENCE_VENDOR_KEY: pointOf(key.publicKey) },
    sign: (customer) =>
      signLicence({ v: 1, jti: randomUUID(), customer, plan: 'standard', iat, exp: iat + 365 * 86_400 }, key),
  }
}
