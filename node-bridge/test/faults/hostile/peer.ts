import { createHash } from 'node:crypto'

import { OPERATIONS } from '@accord/shared/contracts'
import { pathOf } from '@accord/shared/protocol'

import { createKeyPair } from '../../../src/keys/key-pair.ts'
import { goodCall, signCall, type ForgerKey, type SignedCall } from './forge.ts'
import { send, type Answered, type Sent } from './send.ts'

export type SignedOperation = 'confirmConnection' | 'contactConnection' | 'terminateConnection' | 'exchange'

export interface PeerDetails {
  /** The key of this peer that the node takes. */
  readonly key: ForgerKey
  /** Instance uids of this peer and of the node. */
  readonly iss: string
  readonly aud: string
  readonly connectionId: string
  /** Where the node listens, and the public URL that signatures are over. */
  readonly url: string
  readonly publicUrl: string
}

/** What may stand otherwise in a call than it should. */
export interface Change extends Sent {
  readonly header?: object
  readonly claims?: object
  readonly query?: string
}

/** A peer with a true key of its connection, which says whatever a test wants, each time from another address. */
export function createPeer(facts: PeerDetails) {
  let turn = 0
  const forwarded = () => `198.18.${(turn >> 8) & 255}.${turn++ & 255}`
  const post = (path: string, body: string | Buffer, { headers = {}, ...sent }: Sent = {}): Promise<Answered> =>
    send(facts.url + path, { ...sent, body, headers: { 'x-forwarded-for': forwarded(), ...headers } })
  const call = (operation: SignedOperation, body: string, change: Change = {}): Promise<Answered> => {
    const { header = {}, claims = {}, query = '', headers = {}, ...sent } = change
    const path = pathOf(OPERATIONS[operation].path, { connectionId: facts.connectionId }) + query
    const bodyHash = createHash('sha256').update(body).digest('base64url')
    const good = goodCall({ ...facts, htu: facts.publicUrl + path })
    const signed: SignedCall = {
      ...good,
      header: { ...good.header, ...header },
      claims: { ...good.claims, bodyHash, ...claims },
    }
    return post(path, body, { ...sent, headers: { authorization: `Accord ${signCall(signed)}`, ...headers } })
  }
  return {
    post,
    call,
    contact: (message: object, change?: Change) => call('contactConnection', JSON.stringify(message), change),
  }
}

export type Peer = ReturnType<typeof createPeer>

export async function newForgerKey(): Promise<ForgerKey> {
  const { privateJwk, thumbprint } = await createKeyPair()
  return { x: privateJwk.x, d: privateJwk.d, thumbprint }
}
