import { createHmac, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { OPERATIONS, type OperationId } from '@accord/shared/contracts'
import { CALLBACK_HEADERS, callbackSigningInput } from '@accord/shared/protocol'
import { PairingRequest } from '@accord/shared/schemas'

/** What the instance sent. `body` is undefined when it sent none. */
export interface NodeRequest {
  readonly operation: OperationId
  readonly method: string
  readonly path: string
  readonly headers: IncomingMessage['headers']
  readonly body: unknown
}

export interface NodeReply {
  readonly status?: number
  readonly json?: unknown
  /** Instead of JSON: what a proxy or a sleeping host answers. */
  readonly html?: string
  readonly headers?: Readonly<Record<string, string>>
  /** The answer is lost: the connection breaks after the request was read. */
  readonly lost?: true
  /** How long the answer takes. */
  readonly delayMs?: number
}

/**
 * Plays a node where a real one cannot misbehave on demand: lost answers, pages of proxies, revisions in any order. What
 * goes well is tested with the real bridge.
 */
export interface ScriptedNode {
  readonly url: string
  readonly instanceUid: string
  readonly requests: NodeRequest[]
  /** The secrets of the last pairing request, as the instance made them. */
  secrets(): PairingRequest
  /** From now on the operation is answered so. */
  reply(operation: OperationId, reply: NodeReply | ((request: NodeRequest) => NodeReply)): void
  sign(body: string, timestamp?: number): Record<string, string>
  close(): Promise<void>
}

const PATHS = Object.entries(OPERATIONS).map(([id, { method, path }]) => ({
  id: id as OperationId,
  method,
  shape: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
}))

async function read(request: IncomingMessage): Promise<NodeRequest> {
  let text = ''
  for await (const chunk of request) text += String(chunk)
  const { method = '', url = '', headers } = request
  const operation = PATHS.find((each) => each.method === method && each.shape.test(url.split('?')[0] ?? ''))?.id
  if (!operation) throw new Error(`The instance called ${method} ${url}, which is no operation`)
  return { operation, method, path: url, headers, body: text === '' ? undefined : (JSON.parse(text) as unknown) }
}

function send(response: ServerResponse, { status = 200, json, html, headers, lost }: NodeReply): void {
  if (lost) return void response.destroy()
  response.writeHead(status, { 'content-type': html === undefined ? 'application/json' : 'text/html', ...headers })
  response.end(html ?? JSON.stringify(json ?? {}))
}

/** `port`: where an earlier one stood; a free one by default. */
export async function startScriptedNode(port: number | string = 0): Promise<ScriptedNode> {
  const requests: NodeRequest[] = []
  const replies = new Map<OperationId, NodeReply | ((request: NodeRequest) => NodeReply)>()
  const instanceUid = randomUUID()
  let secrets: PairingRequest | undefined
  const answer = async (incoming: IncomingMessage): Promise<NodeReply> => {
    const request = await read(incoming)
    requests.push(request)
    if (request.operation === 'pairInstance') secrets = PairingRequest.parse(request.body)
    const reply = replies.get(request.operation) ?? { status: 500 }
    const found = typeof reply === 'function' ? reply(request) : reply
    if (found.delayMs) await delay(found.delayMs)
    return found
  }
  const server = createServer((incoming, response) => {
    void answer(incoming)
      // What breaks the contract is no answer of a node: the test sees the text in the instance's refusal.
      .catch((error: unknown) => ({ status: 400, json: { code: 'malformed', detail: String(error) } }))
      .then((reply) => send(response, reply))
  })
  await new Promise<void>((resolve) => server.listen(Number(port), '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  replies.set('pairInstance', {
    json: { instanceUid, nodeUrl: url, nodeVersion: '0.1.0', keyFingerprint: '3F2A-91BC-77D0-E4A5' },
  })
  replies.set('listConnections', { json: { connections: [] } })
  replies.set('wakeNode', { json: { woken: true } })
  const secretsNow = () => {
    if (!secrets) throw new Error('The instance has not asked for a pairing yet')
    return secrets
  }
  return {
    url,
    instanceUid,
    requests,
    secrets: secretsNow,
    reply: (operation, reply) => void replies.set(operation, reply),
    sign: (body, timestamp = Date.now()) => ({
      [CALLBACK_HEADERS.timestamp]: String(timestamp),
      [CALLBACK_HEADERS.signature]: createHmac('sha256', Buffer.from(secretsNow().callbackKey, 'base64'))
        .update(callbackSigningInput(String(timestamp), body))
        .digest('base64'),
    }),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
