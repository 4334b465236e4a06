import { randomUUID } from 'node:crypto'

import { TYP } from '@accord/shared/protocol'
import type { LicenceClaims } from '@accord/shared/schemas'

import { signJws } from '../../src/jws/compact-jws.ts'
import { createKeyPair, type KeyPair } from '../../src/keys/key-pair.ts'

export const DAY_MS = 86_400_000

/** A vendor of the tests: its key takes the place of the built-in one. */
export interface Vendor {
  readonly key: KeyPair
  readonly settings: Readonly<Record<string, string>>
  /** A licence for 365 days from `now`, with changes. */
  sign(changes?: Partial<LicenceClaims>, typ?: string, now?: Date): Promise<string>
}

export async function createVendor(): Promise<Vendor> {
  const key = await createKeyPair()
  return {
    key,
    settings: { ACCORD_LICENCE_VENDOR_KEY: key.publicJwk.x },
    sign: (changes = {}, typ = TYP.licence, now = new Date()) => {
      const iat = Math.floor(now.getTime() / 1000)
      const claims = {
        v: 1,
        jti: randomUUID(),
        customer: 'Acme',
        plan: 'standard',
        iat,
        exp: iat + (365 * DAY_MS) / 1000,
      }
      return signJws({ ...claims, ...changes }, typ, key, 'kid')
    },
  }
}
