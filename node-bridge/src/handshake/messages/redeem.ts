import { LIMITS, TYP } from '@accord/shared/protocol'
import { ProofClaims, RedeemClaims, RedeemRequest, type NodeInfo, type PublicJwk } from '@accord/shared/schemas'

import { readJws, signJws, verifyJwsOnce } from '../../jws/compact-jws.ts'
import { sha256 } from '../../keys/digest.ts'
import { yielding } from '../../event-loop/yielding.ts'
import { createKeyPair, keyPairOf, thumbprintOf, type KeyPair } from '../../keys/key-pair.ts'
import { endpointOf } from '../../network/endpoint.ts'
import { requireFresh, type Nonces } from '../../nodes/freshness.ts'
import { Refusal } from '../../refusals/refusal.ts'
import { fieldsOf, whyOf } from '../../refusals/refused-fields.ts'
import type { ProcessedInvitation } from '../../invitations/invitation-code.ts'
import { createIdentityProof, processIdentityProof } from './identity-proof.ts'

export interface RedeemInput {
  readonly invitation: Pick<ProcessedInvitation, 'payload' | 'codeHash'>
  /** B's key for this connection, stored before it is used here. The same key on every retry. */
  readonly connectionKey: KeyPair
  /** B's identity key: the source pins it, as B pins the one in the code. */
  readonly identity: KeyPair
  readonly nodeInfo: NodeInfo
  readonly now: Date
  /** From a `clock_skew` answer. */
  readonly nonce?: string | undefined
}

export interface CreatedRedeem {
  /** Where to post it. */
  readonly url: string
  readonly body: { readonly redeem: string }
  /** The grant must name it: a grant for another request is refused. */
  readonly requestHash: string
}

/** Asks the source to spend the invitation for our connection key, PROTOCOL.md §5.1. */
export async function createRedeem(input: RedeemInput): Promise<CreatedRedeem> {
  const { payload, codeHash } = input.invitation
  const url = endpointOf(payload.nodeInfo.baseUrl, 'redeemInvitation', { invitationId: payload.jti })
  const aud = payload.nodeInfo.instanceUid
  const bound: ProofClaims = { jti: payload.jti, keyThumbprint: input.connectionKey.thumbprint, aud }
  const iat = Math.floor(input.now.getTime() / 1000)
  const claims: RedeemClaims = {
    iss: input.nodeInfo.instanceUid,
    aud,
    htu: url,
    iat,
    exp: iat + LIMITS.redeemRequestMs / 1000,
    ...(input.nonce === undefined ? {} : { nonce: input.nonce }),
    nodeInfo: input.nodeInfo,
    codeHash,
    proof: await signJws(bound, TYP.proof, keyPairOf(payload.invitationKey), 'kid'),
    identity: await createIdentityProof({ iss: input.nodeInfo.instanceUid, ...bound }, input.identity),
  }
  const redeem = await signJws(claims, TYP.redeem, input.connectionKey, 'jwk')
  return { url, body: { redeem }, requestHash: sha256(redeem) }
}

export interface ReadRedeem {
  readonly claims: RedeemClaims
  /** B's key; its signature over the request has been verified. */
  readonly connectionKey: PublicJwk
  readonly connectionKeyThumbprint: string
  readonly requestHash: string
}

/** Shape, then the outer signature. Throws `malformed` or `proof_invalid`. Says nothing about the invitation yet. */
export async function readRedeem(body: unknown): Promise<ReadRedeem> {
  const request = RedeemRequest.safeParse(body)
  if (!request.success) throw new Refusal('malformed', undefined, { facts: { fields: ['redeem'] } })
  const read = await yielding(() => readJws(request.data.redeem, TYP.redeem, 'jwk'))
  if ('fault' in read) throw new Refusal('malformed', 'The redeem is not a JWS of its kind.', { facts: read.fault })
  const claims = RedeemClaims.safeParse(read.jws.payload)
  if (!claims.success) throw refuseClaims(fieldsOf(claims.error.issues), whyOf(claims.error.issues))
  if (claims.data.nodeInfo.instanceUid !== claims.data.iss) throw refuseClaims(['nodeInfo.instanceUid'])
  const connectionKey = read.jws.header.jwk
  if (!connectionKey || !(await verifyJwsOnce(read.jws, connectionKey))) throw new Refusal('proof_invalid')
  return {
    claims: claims.data,
    connectionKey,
    connectionKeyThumbprint: thumbprintOf(connectionKey),
    requestHash: sha256(request.data.redeem),
  }
}

const refuseClaims = (fields: readonly string[], why = ''): Refusal =>
  new Refusal('malformed', `The claims of the redeem do not fit.${why}`, { facts: { fields } })

export interface RedeemExpectation {
  readonly invitationId: string
  /** Both undefined when no such invitation exists: the answer is then the same, in the same time. */
  readonly invitationPublicKey: PublicJwk | undefined
  readonly codeHash: string | undefined
  /** Our instance uid. */
  readonly selfUid: string
  /** Our configured public URL of this very call. */
  readonly htu: string
  /** The same below the addresses that we had before. */
  readonly formerHtus?: readonly string[]
  readonly now: Date
  readonly nonces: Nonces
}

let nobodysKey: Promise<PublicJwk> | undefined

/** Verified in place of an unknown invitation's key, so that the answer takes as long. Its private half is dropped. */
const keyOfNobody = (): Promise<PublicJwk> => (nobodysKey ??= createKeyPair().then(({ publicJwk }) => publicJwk))

/**
 * Is this redeem for us, now, and by someone who holds the code? Answers the public identity key of the one who does.
 * Throws `malformed` (meant for another address), `clock_skew`, or `invitation_unknown`, which also covers a bad proof: a
 * stranger learns nothing by guessing ids. Only who holds the code receives `proof_invalid` for an identity it cannot prove.
 */
export async function checkRedeem(redeem: ReadRedeem, expected: RedeemExpectation): Promise<PublicJwk> {
  const { claims } = redeem
  if (claims.aud !== expected.selfUid) throw refuseClaims(['aud'])
  if (claims.htu !== expected.htu && !expected.formerHtus?.includes(claims.htu)) throw refuseClaims(['htu'])
  requireFresh(claims, LIMITS.redeemRequestMs, expected.now, expected.nonces)
  const proven = await isProven(redeem, expected)
  if (!proven || claims.codeHash !== expected.codeHash) throw new Refusal('invitation_unknown')
  return processIdentityProof(claims.identity, {
    iss: claims.iss,
    aud: expected.selfUid,
    jti: expected.invitationId,
    keyThumbprint: redeem.connectionKeyThumbprint,
  })
}

async function isProven(redeem: ReadRedeem, expected: RedeemExpectation): Promise<boolean> {
  const read = readJws(redeem.claims.proof, TYP.proof, 'kid')
  if ('fault' in read) throw new Refusal('malformed', 'The proof is not a JWS of its kind.', { facts: read.fault })
  const verified = await verifyJwsOnce(read.jws, expected.invitationPublicKey ?? (await keyOfNobody()))
  const proof = ProofClaims.safeParse(read.jws.payload)
  return (
    verified &&
    expected.invitationPublicKey !== undefined &&
    read.jws.header.kid === thumbprintOf(expected.invitationPublicKey) &&
    proof.success &&
    proof.data.jti === expected.invitationId &&
    proof.data.keyThumbprint === redeem.connectionKeyThumbprint &&
    proof.data.aud === expected.selfUid
  )
}
