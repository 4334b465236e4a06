import { TYP, compareVersions, type VersionRange } from '@accord/shared/protocol'
import { GrantClaims, RedeemResponse, type NodeInfo, type PublicJwk } from '@accord/shared/schemas'

import { readJws, signJws, verifyJws } from '../../jws/compact-jws.ts'
import { thumbprintOf, type KeyPair } from '../../keys/key-pair.ts'
import { Refusal } from '../../refusals/refusal.ts'
import { fieldsOf, whyOf } from '../../refusals/refused-fields.ts'
import { rangeOf, reviewVersions } from '../../nodes/common-version.ts'

/** All claims but the time, which is `now`. */
export type GrantInput = Omit<GrantClaims, 'iat'>

/** The source's answer to a redeem, signed by the identity that signed the code, PROTOCOL.md §5.2. */
export async function createGrant(
  input: GrantInput,
  identity: KeyPair,
  now: Date,
): Promise<{ readonly body: { readonly grant: string }; readonly claims: GrantClaims }> {
  const claims: GrantClaims = { ...input, iat: Math.floor(now.getTime() / 1000) }
  return { body: { grant: await signJws(claims, TYP.grant, identity, 'kid') }, claims }
}

export interface GrantExpectation {
  /** From the code, and nowhere else. */
  readonly identityKey: PublicJwk
  readonly identityThumbprint: string
  /** Of the redeem that was sent last. */
  readonly requestHash: string
  readonly invitationId: string
  /** Of the code, where it names the connection whose keys it renews. */
  readonly connectionId?: string | undefined
  /** Instance uid of the source, from the code. */
  readonly sourceUid: string
  /** Our instance uid. */
  readonly selfUid: string
  /** Our own connection key, which the source must not hand back as its own. */
  readonly connectionKeyThumbprint: string
  /** What the redeem has said of this node. */
  readonly ourNode: NodeInfo
}

/**
 * Checks the source's answer. Its time is not looked at: the hash of our request already ties it to this moment.
 * Throws `protocol_violation` when anything in it does not fit.
 */
export async function processGrant(body: unknown, expected: GrantExpectation): Promise<GrantClaims> {
  const response = RedeemResponse.safeParse(body)
  if (!response.success) throw new Refusal('protocol_violation', 'The answer holds no grant.')
  const read = readJws(response.data.grant, TYP.grant, 'kid')
  if ('fault' in read) throw refuse('form')
  if (read.jws.header.kid !== expected.identityThumbprint) throw refuse('kid')
  if (!(await verifyJws(read.jws, expected.identityKey))) throw refuse('signature')
  const claims = GrantClaims.safeParse(read.jws.payload)
  if (!claims.success) throw refuse(fieldsOf(claims.error.issues).join(', '), whyOf(claims.error.issues))
  const mismatch = findMismatch(claims.data, expected)
  if (mismatch) throw refuse(mismatch)
  return claims.data
}

function findMismatch(grant: GrantClaims, expected: GrantExpectation): string | undefined {
  if (grant.requestHash !== expected.requestHash) return 'requestHash'
  if (grant.jti !== expected.invitationId) return 'jti'
  if (grant.iss !== expected.sourceUid || grant.nodeInfo.instanceUid !== expected.sourceUid) return 'iss'
  if (grant.aud !== expected.selfUid) return 'aud'
  if (expected.connectionId !== undefined && grant.connectionId !== expected.connectionId) return 'connectionId'
  if (thumbprintOf(grant.connectionKey) === expected.connectionKeyThumbprint) return 'connectionKey'
  if (!isInside(grant.restVersion, rangeOf(expected.ourNode))) return 'restVersion'
  if (!isInside(grant.restVersion, grant.sourceRange)) return 'sourceRange'
  const { of, chosen } = reviewVersions(grant.nodeInfo, expected.ourNode)
  return chosen === null ? `${of}Version` : undefined
}

const isInside = (version: string, { min, max }: VersionRange): boolean =>
  compareVersions(min, version) <= 0 && compareVersions(version, max) <= 0

const refuse = (what: string, why = ''): Refusal =>
  new Refusal('protocol_violation', `The grant of the source does not fit the request.${why}`, { facts: { what } })
