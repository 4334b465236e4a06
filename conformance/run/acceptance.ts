import { randomUUID } from 'node:crypto'

import { type Answer, requireAnswer, send } from './http.ts'
import { byJwk, forge, type Header, type Key, sha256 } from './jws.ts'
import type { Party } from './party.ts'

/** A code of the runner, which nobody can call, and the node at which it may be accepted. §5.12. */
export interface Asking {
  readonly self: Party
  readonly invitationId: string
  readonly peerUrl: string
  readonly peerUid: string
}

export interface AskChange {
  readonly header?: Header
  readonly claims?: object
  readonly key?: Key
  /** Posted in the place of the body that was signed. */
  readonly body?: string
  readonly invitationId?: string
}

export interface Asked {
  readonly answer: Answer
  readonly invitationId: string
  readonly requestHash: string
}

const LIFE_S = 60

/** A fetch or a settle by the runner's identity key. */
export async function ask(
  { self, peerUrl, peerUid, ...asking }: Asking,
  what: 'fetch' | 'settle',
  message: object,
  change: AskChange = {},
): Promise<Asked> {
  const { key = self.identity, invitationId = asking.invitationId } = change
  const url = `${peerUrl}/node/v1/acceptances/${invitationId}/${what}`
  const body = JSON.stringify(message)
  const iat = Math.floor(Date.now() / 1000)
  const claims = {
    iss: self.instanceUid,
    aud: peerUid,
    invitationId,
    iat,
    exp: iat + LIFE_S,
    jti: randomUUID(),
    htm: 'POST',
    htu: url,
    bodyHash: sha256(body),
    ...change.claims,
  }
  const jws = await forge(change.header ?? byJwk('accord-source+jwt', key), claims, key)
  const answer = await send({ url, body: change.body ?? body, headers: { authorization: `Accord ${jws}` } })
  return { answer, invitationId, requestHash: sha256(jws) }
}

/** The redeem that waits there, or null. */
export const fetchRedeem = async (asking: Asking, message: object, change?: AskChange): Promise<string | null> =>
  requireAnswer((await ask(asking, 'fetch', message, change)).answer, 'fetch')['redeem'] as string | null
