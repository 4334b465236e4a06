import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { TLSSocket } from 'node:tls'

import { SELF_SIGNED } from '../network/self-signed.ts'

export interface StubServer {
  readonly origin: string
  readonly requests: IncomingMessage[]
  close(): Promise<void>
}

/** A real server on a free port of 127.0.0.1 that answers as a test wishes. */
export const serve = (listener: RequestListener): Promise<StubServer> => start(createServer(), 'http', listener)

export const serveTls = (listener: RequestListener): Promise<StubServer> =>
  start(createTlsServer(SELF_SIGNED) as Server<typeof IncomingMessage>, 'https', listener)

/** Answers every request with this JSON. */
export const answering =
  (status: number, body: unknown, headers: Record<string, string> = {}): RequestListener =>
  (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
  }

async function start(server: Server, scheme: string, listener: RequestListener): Promise<StubServer> {
  const requests: IncomingMessage[] = []
  server.on('request', (request, response) => {
    requests.push(request)
    listener(request, response)
  })
  server.on('tlsClientError', (_: Error, socket: TLSSocket) => socket.destroy())
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `${scheme}://127.0.0.1:${port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
