import { TYP } from '@accord/shared/protocol'
import { LicenceClaims, type PublicJwk } from '@accord/shared/schemas'

import { readJws, verifyJws } from '../jws/compact-jws.ts'
import { thumbprintOf } from '../keys/key-pair.ts'
import { Refusal } from '../refusals/refusal.ts'

const MAX_CHARACTERS = 4096

/**
 * The claims of a token that one of the vendor's keys has signed, also of one that has expired. Throws
 * `licence_malformed`, `licence_forged`, `licence_foreign`.
 */
export async function readLicenceToken(
  token: string,
  vendorKeys: readonly PublicJwk[],
  instanceUid: string,
): Promise<LicenceClaims> {
  const read = token.length <= MAX_CHARACTERS ? readJws(token, TYP.licence, 'kid') : undefined
  if (!read || !('jws' in read)) throw new Refusal('licence_malformed')
  const key = vendorKeys.find((candidate) => thumbprintOf(candidate) === read.jws.header.kid)
  if (!key || !(await verifyJws(read.jws, key))) throw new Refusal('licence_forged')
  const claims = LicenceClaims.safeParse(read.jws.payload)
  if (!claims.success) throw new Refusal('licence_malformed')
  if (claims.data.instanceUid !== undefined && claims.data.instanceUid !== instanceUid)
    throw new Refusal('licence_foreign', undefined, { facts: { instanceUid } })
  return claims.data
}

/** Milliseconds since 1970. */
export const endOf = ({ exp }: LicenceClaims): number => exp * 1000
