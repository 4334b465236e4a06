import { randomUUID } from 'node:crypto'

import { equal, isTrue, members, near } from './expect.ts'
import { type Answer, send } from './http.ts'
import { byKid, forge, type Header, type Key, type PublicJwk, read, sha256, sign, thumbprintOf, verify } from './jws.ts'
import { claimsSchema, requireShape } from './json-schema.ts'
import type { Party } from './party.ts'
import type { VerifiedRedeem } from './verify-redeem.ts'

/** A connection with the node under test, as the side that the runner plays sees it. */
export interface Line {
  readonly peerUrl: string
  readonly peerUid: string
  readonly selfUid: string
  readonly connectionId: string
  /** Our key of it, which a rotation replaces. */
  key: Key
  readonly peerKey: PublicJwk
  readonly peerIdentityThumbprint: string
}

export const lineTo = (
  { nodeInfo, identityThumbprint, connectionKey }: VerifiedRedeem,
  self: Party,
  connectionId: string,
): Line => ({
  peerUrl: nodeInfo.baseUrl,
  peerUid: nodeInfo.instanceUid,
  selfUid: self.instanceUid,
  connectionId,
  key: self.connectionKey,
  peerKey: connectionKey,
  peerIdentityThumbprint: identityThumbprint,
})

export type Operation = 'confirm' | 'contact' | 'terminate' | 'keys'

/** What is unlike an honest call of §5.4. */
export interface CallChange {
  readonly header?: Header
  readonly claims?: object
  readonly key?: Key
  /** Posted in the place of the body that was signed. */
  readonly body?: string
  readonly connectionId?: string
  readonly scheme?: string
  /** Sent as it is, in the place of a fresh one. */
  readonly jws?: string
}

export interface Called {
  readonly answer: Answer
  readonly jws: string
  readonly connectionId: string
  readonly requestHash: string
}

const LIFE_S = 60

export async function call(
  line: Line,
  operation: Operation,
  message: object,
  change: CallChange = {},
): Promise<Called> {
  const { key = line.key, connectionId = line.connectionId, scheme = 'Accord' } = change
  const url = `${line.peerUrl}/node/v1/connections/${connectionId}/${operation}`
  const body = JSON.stringify(message)
  const iat = Math.floor(Date.now() / 1000)
  const claims = {
    iss: line.selfUid,
    aud: line.peerUid,
    connectionId,
    iat,
    exp: iat + LIFE_S,
    jti: randomUUID(),
    htm: 'POST',
    htu: url,
    bodyHash: sha256(body),
    ...change.claims,
  }
  const make = change.header ? forge(change.header, claims, key) : sign(byKid('accord-request+jwt', key), claims, key)
  const jws = change.jws ?? (await make)
  const answer = await send({ url, body: change.body ?? body, headers: { authorization: `${scheme} ${jws}` } })
  return { answer, jws, connectionId, requestHash: sha256(jws) }
}

/** Posts a body that proves itself, §5.10. */
export async function publish(line: Line, chain: readonly string[]): Promise<Called> {
  const body = JSON.stringify({ id: randomUUID(), chain })
  const url = `${line.peerUrl}/node/v1/connections/${line.connectionId}/keys`
  const answer = await send({ url, body })
  return { answer, jws: '', connectionId: line.connectionId, requestHash: sha256(body) }
}

/** The signature of §5.9 under exactly this answer. `by`: whose key; either where it may be one or the other. */
export async function requireSigned(
  line: Line,
  { answer, connectionId, requestHash }: Called,
  by: 'connection' | 'identity' | 'either' = 'connection',
): Promise<void> {
  const text = answer.headers.get('accord-signature')
  isTrue('the answer carries no Accord-Signature', text !== null)
  isTrue('Accord-Signature is longer than 8,192 characters', text.length <= 8192)
  const { header } = read(text)
  const isByIdentity = 'jwk' in header
  if (by !== 'either') equal('the signature is by the key of the', isByIdentity ? 'identity' : 'connection', by)
  members('the header of Accord-Signature', header, ['alg', 'typ', isByIdentity ? 'jwk' : 'kid'])
  equal('typ', header.typ, 'accord-answer+jws')
  const key = isByIdentity ? (header['jwk'] as PublicJwk) : line.peerKey
  if (isByIdentity) equal('thumbprint of the identity key', await thumbprintOf(key), line.peerIdentityThumbprint)
  else equal('kid', header['kid'], await thumbprintOf(key))
  const { claims } = await verify(text, key)
  requireShape('Accord-Signature', claims, claimsSchema('answer'))
  equal('iss', claims['iss'], line.peerUid)
  equal('connectionId', claims['connectionId'], connectionId)
  equal('requestHash', claims['requestHash'], requestHash)
  equal('status', claims['status'], answer.status)
  equal('bodyHash', claims['bodyHash'], sha256(answer.body))
  near('iat', claims['iat'], Date.now(), 120)
}
