import { OPERATIONS } from '@accord/shared/contracts'

import type { KeyPair } from '../../node-bridge/src/keys/key-pair.ts'
import { endpointOf } from '../../node-bridge/src/network/endpoint.ts'
import { createRequestAuthorization } from '../../node-bridge/src/nodes/signature.ts'
import type { PreparedRequest } from '../load/load.ts'
import type { Acceptor } from './acceptor.ts'
import type { BenchNode } from './bench-node.ts'
import { invite } from './invite.ts'

export interface PeerConnection {
  readonly connectionId: string
  readonly connectionKey: KeyPair
}

type Callable = 'contactConnection' | 'confirmConnection'

/** A connection of which the bench holds the destination's key; pending at the source until a signed call. */
export async function connectPeer(source: BenchNode, acceptor: Acceptor): Promise<PeerConnection> {
  const { connectionId, code } = await invite(source)
  const { request, connectionKey } = await acceptor.prepareRedeem(code)
  const answer = await fetch(request.url, { method: request.method, headers: request.headers, body: request.body })
  if (!answer.ok) throw new Error(`The redeem was answered ${answer.status}: ${await answer.text()}`)
  await answer.arrayBuffer()
  return { connectionId, connectionKey }
}

/** One signed call, ready to be sent within a minute. */
export async function prepareSignedCall(
  source: BenchNode,
  acceptor: Acceptor,
  { connectionId, connectionKey }: PeerConnection,
  operation: Callable,
  /** JSON may end in blanks: the receiver reads, hashes and parses as many bytes as of a message of this size. */
  bodyBytes = 0,
): Promise<PreparedRequest> {
  const message = JSON.stringify(operation === 'contactConnection' ? { pauses: 0, acknowledged: 0 } : {})
  const body = message + ' '.repeat(Math.max(0, bodyBytes - message.length))
  const url = endpointOf(source.url, operation, { connectionId })
  const { method } = OPERATIONS[operation]
  if (method === 'PUT') throw new Error(`${operation} takes a file`)
  const authorization = await createRequestAuthorization({
    key: connectionKey,
    iss: acceptor.instanceUid,
    aud: source.instanceUid,
    connectionId,
    method,
    url,
    body: Buffer.from(body),
    now: new Date(),
  })
  return { url, method, headers: { authorization, 'content-type': 'application/json' }, body, group: 'signed call' }
}
