import { createHmac } from 'node:crypto'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface ReceivedHook {
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

export interface HookServer {
  readonly url: string
  readonly hooks: readonly ReceivedHook[]
  /** From here on it answers so. */
  answer(status: number, headers?: Readonly<Record<string, string>>): void
  close(): Promise<void>
}

/** Somebody's service, on a real socket. */
export async function startHookServer(): Promise<HookServer> {
  const hooks: ReceivedHook[] = []
  let answer: { status: number; headers: Readonly<Record<string, string>> } = { status: 204, headers: {} }
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      hooks.push({ headers: request.headers, body: Buffer.concat(parts).toString('utf8') })
      response.writeHead(answer.status, answer.headers).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks/secret-path`,
    hooks,
    answer: (status, headers = {}) => void (answer = { status, headers }),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

/** As a receiver checks it, by the text of the convention: https://github.com/standard-webhooks/standard-webhooks. */
export function isSignedBy(secret: string, { headers, body }: ReceivedHook): boolean {
  const key = Buffer.from(secret.replace(/^whsec_/u, ''), 'base64')
  const signed = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`
  const expected = `v1,${createHmac('sha256', key).update(signed).digest('base64')}`
  return String(headers['webhook-signature']).split(' ').includes(expected)
}
