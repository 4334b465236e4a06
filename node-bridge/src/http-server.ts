import { createServer, type RequestListener } from 'node:http'

import { configureServer, HTTP_SERVER_OPTIONS } from './http/configure-server.ts'

/** The listening socket. Its address is known before the services are, which may need it for their public URL. */
export interface FrontDoor {
  /** `http://host:port` on this machine. */
  readonly url: string
  /** From here on requests are answered; those before hear 503. */
  receive(listener: RequestListener): void
  /** Takes no new connection, lets requests at work finish, cuts what is left after the patience. */
  close(): Promise<void>
}

const PATIENCE_MS = 15_000
const SWEEP_MS = 50

const askToComeBack: RequestListener = (_request, response) => {
  response.writeHead(503, { 'Retry-After': '1' }).end()
}

/** `port` 0 takes any that is free. Throws when the address is in use. */
export async function openFrontDoor(host: string, port: number): Promise<FrontDoor> {
  let current = askToComeBack
  const server = configureServer(createServer(HTTP_SERVER_OPTIONS, (request, response) => current(request, response)))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.removeListener('error', reject)
      resolve()
    })
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no address')
  return {
    url: `http://${address.family === 'IPv6' ? `[${address.address}]` : address.address}:${address.port}`,
    receive: (listener) => {
      current = listener
    },
    close: () =>
      new Promise((resolve) => {
        const cut = setTimeout(() => server.closeAllConnections(), PATIENCE_MS)
        // A connection that is kept alive becomes idle only after its answer, and would hold the stop up.
        const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS)
        server.close(() => {
          clearTimeout(cut)
          clearInterval(sweep)
          resolve()
        })
      }),
  }
}
