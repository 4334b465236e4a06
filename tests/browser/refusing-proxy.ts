import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

import { OPERATIONS } from '@accord/shared/contracts'
import { type ErrorCode } from '@accord/shared/protocol'

import { problemOf } from '../../node-bridge/src/http/problem.ts'
import { Refusal } from '../../node-bridge/src/refusals/refusal.ts'

/** What the next preview meets on its way: a refusal in the node's own words, or what is no answer of a node. */
export type Fate = { readonly code: ErrorCode } | 'lost' | 'a page of a proxy' | 'through'

export interface RefusingProxy {
  readonly url: string
  fate: Fate
  close(): Promise<void>
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk as Uint8Array))
  return Buffer.concat(chunks)
}

const PASSED_ON = ['accept', 'authorization', 'content-type', 'x-request-id']

const headersOf = ({ headers }: IncomingMessage): Record<string, string> =>
  Object.fromEntries(PASSED_ON.flatMap((name) => (headers[name] ? [[name, String(headers[name])]] : [])))

/** Between an instance and its real node: hands everything on, except the previews of a code, whose fate the story decides. */
export async function startRefusingProxy(nodeUrl: string): Promise<RefusingProxy> {
  const proxy = { url: '', fate: 'through' as Fate }
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await bodyOf(request)
    const { fate } = proxy
    if (fate !== 'through' && request.url === OPERATIONS.previewInvitation.path) return meet(fate, request, response)
    const answered = await fetch(nodeUrl + (request.url ?? ''), {
      method: request.method ?? 'GET',
      headers: headersOf(request),
      ...(body.length > 0 ? { body } : {}),
    })
    // The node names its own address when it is paired; the instance is to go on calling this one.
    const text = (await answered.text()).replaceAll(nodeUrl, proxy.url)
    response.writeHead(answered.status, { 'content-type': answered.headers.get('content-type') ?? 'text/plain' })
    response.end(text)
  }
  const server = createServer((request, response) => void answer(request, response).catch(() => response.destroy()))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  proxy.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return Object.assign(proxy, {
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  })
}

function meet(fate: Exclude<Fate, 'through'>, request: IncomingMessage, response: ServerResponse): void {
  if (fate === 'lost') return void response.destroy()
  if (fate === 'a page of a proxy') {
    response.writeHead(200, { 'content-type': 'text/html' })
    return void response.end('<h1>Welcome to nginx!</h1>')
  }
  const problem = problemOf(new Refusal(fate.code), String(request.headers['x-request-id'] ?? ''))
  response.writeHead(problem.status, { 'content-type': 'application/problem+json' })
  response.end(JSON.stringify(problem))
}
