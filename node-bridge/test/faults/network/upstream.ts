import { createHash } from 'node:crypto'
import { request, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'

export interface Received {
  readonly method: string
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

/** Headers that belong to one hop. */
const HOP_BY_HOP = new Set(['connection', 'keep-alive', 'transfer-encoding', 'upgrade', 'content-length'])

export const withoutHopHeaders = (headers: IncomingHttpHeaders): IncomingHttpHeaders =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !HOP_BY_HOP.has(name)))

/** One of the sixteen million addresses of loopback, always the same for one path. */
export function loopbackAddressFor(path: string): string {
  const [first = 0, second = 0, third = 0] = createHash('sha256').update(path).digest()
  return `127.${first}.${second}.${1 + (third % 254)}`
}

export async function readBody(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of message) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

/**
 * Sends the same bytes on, on a connection of their own. Rejects when the upstream is away or dies half-way. On Linux each
 * path comes from a loopback address of its own, as peers do in the world: rate limits count by address.
 */
export function forward(upstreamUrl: string, { method, path, headers, body }: Received): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = request(new URL(path, upstreamUrl), {
      method,
      headers: { ...withoutHopHeaders(headers), 'content-length': body.length },
      agent: false,
      ...(process.platform === 'linux' ? { localAddress: loopbackAddressFor(path) } : {}),
    })
    outgoing.on('error', reject)
    outgoing.on('response', (response) => {
      readBody(response).then(
        (answerBody) => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: answerBody }),
        reject,
      )
    })
    outgoing.end(body)
  })
}
