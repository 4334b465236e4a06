import { request, type Agent } from 'node:http'

import { readBody } from '../network/upstream.ts'

export interface Sent {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string | string[]>>
  readonly body?: string | Buffer
  /** Source address on loopback: rate limits count by it. */
  readonly localAddress?: string
  readonly agent?: Agent
}

export interface Answered {
  readonly status: number
  /** `code` of the problem document; undefined for an answer that is none. */
  readonly code: string | undefined
  readonly text: string
}

/** Sends exactly these bytes; fetch would repair headers and bodies that are wrong on purpose. */
export function send(
  url: string,
  { method = 'POST', headers = {}, body = '', localAddress, agent }: Sent = {},
): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, {
      method,
      headers: { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)), ...headers },
      agent: agent ?? false,
      ...(localAddress === undefined ? {} : { localAddress }),
    })
    outgoing.on('error', reject)
    outgoing.on('response', (response) => {
      readBody(response).then((bytes) => {
        const text = bytes.toString()
        resolve({ status: response.statusCode ?? 0, code: codeIn(text), text })
        return undefined
      }, reject)
    })
    outgoing.end(body)
  })
}

function codeIn(text: string): string | undefined {
  try {
    const { code } = JSON.parse(text) as { code?: unknown }
    return typeof code === 'string' ? code : undefined
  } catch {
    return undefined
  }
}
