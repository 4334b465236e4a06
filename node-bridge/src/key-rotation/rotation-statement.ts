import { TYP } from '@accord/shared/protocol'
import { type PublicJwk, RotationClaims, RotationProofClaims } from '@accord/shared/schemas'

import { readJws, signJws, verifyJws, verifyJwsOnce } from '../jws/compact-jws.ts'
import { type KeyPair, thumbprintOf } from '../keys/key-pair.ts'
import { Refusal } from '../refusals/refusal.ts'

export interface RotationInput {
  readonly iss: string
  readonly aud: string
  readonly connectionId: string
  readonly seq: number
  readonly from: KeyPair
  readonly to: KeyPair
  readonly now: Date
}

/** One link of the chain, PROTOCOL.md §5.10: the key before names the new one, and the new one proves that it is held. */
export async function createRotation({ iss, aud, connectionId, seq, from, to, now }: RotationInput): Promise<string> {
  const bound: RotationProofClaims = { connectionId, seq, previous: from.thumbprint }
  const claims: RotationClaims = {
    iss,
    aud,
    ...bound,
    iat: Math.floor(now.getTime() / 1000),
    key: to.publicJwk,
    proof: await signJws(bound, TYP.rotationProof, to, 'kid'),
  }
  return signJws(claims, TYP.rotation, from, 'kid')
}

export interface ChainExpectation {
  /** Instance uids of who publishes and of who receives it. */
  readonly iss: string
  readonly aud: string
  readonly connectionId: string
  /** The publisher's key as it is known here. */
  readonly known: PublicJwk
  /** Thumbprint of the key before, where one is known. */
  readonly earlier?: string | undefined
  /** Number of the link that would lead on from the known key. */
  readonly nextSeq: number
}

export interface Link {
  readonly claims: RotationClaims
  readonly statement: string
}

/**
 * The links of a chain that claim to lead on from the known key, oldest first; none when the chain ends in that key or in
 * the one before. Nothing is verified yet. Throws `proof_invalid` when the chain does not lead on.
 */
export function findNews(chain: readonly string[], expected: ChainExpectation): readonly Link[] {
  const links = chain.map((statement) => ({ statement, claims: readClaims(statement, expected) }))
  const known = thumbprintOf(expected.known)
  const start = links.findIndex(({ claims }) => claims.previous === known)
  if (start >= 0) return links.slice(start)
  const newest = links.at(-1)
  const end = newest && thumbprintOf(newest.claims.key)
  if (end === undefined || (end !== known && end !== expected.earlier)) throw refuse('chain')
  return []
}

/**
 * Each signature and each proof of these links is good, and their numbers have no gap. The links before are known to have
 * been checked. Throws `proof_invalid`.
 */
export async function requireChain(news: readonly Link[], expected: ChainExpectation): Promise<void> {
  let key = expected.known
  for (const [place, { claims, statement }] of news.entries()) {
    if (claims.previous !== thumbprintOf(key) || claims.seq !== expected.nextSeq + place) throw refuse('chain')
    if (!(await verifyJws({ text: statement }, key))) throw refuse('signature')
    await requireProof(claims)
    key = claims.key
  }
}

function readClaims(statement: string, { iss, aud, connectionId }: ChainExpectation): RotationClaims {
  const read = readJws(statement, TYP.rotation, 'kid')
  if ('fault' in read)
    throw new Refusal('proof_invalid', 'A statement of the chain has another form.', { facts: read.fault })
  const claims = RotationClaims.safeParse(read.jws.payload)
  if (!claims.success) throw refuse('form')
  if (read.jws.header.kid !== claims.data.previous) throw refuse('kid')
  if (claims.data.iss !== iss || claims.data.aud !== aud || claims.data.connectionId !== connectionId)
    throw refuse('iss')
  return claims.data
}

async function requireProof({ proof, key, connectionId, seq, previous }: RotationClaims): Promise<void> {
  const read = readJws(proof, TYP.rotationProof, 'kid')
  if ('fault' in read) throw refuse('proof')
  const bound = RotationProofClaims.safeParse(read.jws.payload)
  const fits =
    bound.success &&
    bound.data.connectionId === connectionId &&
    bound.data.seq === seq &&
    bound.data.previous === previous &&
    read.jws.header.kid === thumbprintOf(key)
  if (!fits || !(await verifyJwsOnce(read.jws, key))) throw refuse('proof')
}

const refuse = (what: string): Refusal =>
  new Refusal('proof_invalid', 'The chain of keys does not lead on from the key that is known here.', {
    facts: { what },
  })
