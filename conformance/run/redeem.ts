import type { Invitation } from './invitation.ts'
import { byJwk, byKid, forge, type Header, type Key, sha256, sign } from './jws.ts'
import { type Answer, send } from './http.ts'
import type { Party } from './party.ts'

/** What is unlike an honest redeem of §5.1. */
export interface Change {
  readonly header?: Header
  readonly claims?: object
  readonly connectionKey?: Key
  readonly proof?: object
  readonly proofHeader?: Header
  readonly proofKey?: Key
  readonly identity?: object
  readonly identityHeader?: Header
  readonly identityKey?: Key
  /** The id of another invitation, everywhere. */
  readonly invitationId?: string
  /** Beside `redeem` in the body. */
  readonly body?: object
}

export interface Redeemed {
  readonly answer: Answer
  readonly jws: string
  readonly requestHash: string
}

const nowS = (): number => Math.floor(Date.now() / 1000)
/** Of the validity that B asks for. */
export const REDEEM_LIFE_S = 300

/** Posts a redeem of the invitation for this party, with one thing changed. */
export async function redeem(invitation: Invitation, party: Party, change: Change = {}): Promise<Redeemed> {
  const { connectionKey = party.connectionKey, proofKey = invitation.invitationKey } = change
  const { identityKey = party.identity, invitationId = invitation.id } = change
  const aud = invitation.source.instanceUid
  const bound = { jti: invitationId, keyThumbprint: connectionKey.thumbprint, aud }
  const url = `${invitation.source.baseUrl}/node/v1/invitations/${invitationId}/redeem`
  const iat = nowS()
  const claims = {
    iss: party.instanceUid,
    aud,
    htu: url,
    iat,
    exp: iat + REDEEM_LIFE_S,
    nodeInfo: party.nodeInfo,
    codeHash: invitation.codeHash,
    proof: await forge(
      change.proofHeader ?? byKid('accord-proof+jws', invitation.invitationKey),
      { ...bound, ...change.proof },
      proofKey,
    ),
    identity: await forge(
      change.identityHeader ?? byJwk('accord-identity+jws', identityKey),
      { iss: party.instanceUid, ...bound, ...change.identity },
      identityKey,
    ),
    ...change.claims,
  }
  const jws = change.header
    ? await forge(change.header, claims, connectionKey)
    : await sign(byJwk('accord-redeem+jws', connectionKey), claims, connectionKey)
  const answer = await send({ url, body: JSON.stringify({ redeem: jws, ...change.body }) })
  return { answer, jws, requestHash: sha256(jws) }
}
