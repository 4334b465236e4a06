import type { Server, ServerOptions, ServerResponse } from 'node:http'

import { PLACES } from './socket-places.ts'

const SECOND = 1000

/** For `createServer`: these can only be set at birth. Slow clients are looked for every second. */
export const HTTP_SERVER_OPTIONS: ServerOptions = {
  connectionsCheckingInterval: SECOND,
  headersTimeout: 10 * SECOND,
  requestTimeout: 20 * SECOND,
  maxHeaderSize: 16_384,
}

/**
 * Bounds what one client can hold on to: the time to send a request and to take an answer, an idle connection, the number
 * of headers. Node itself cuts off a client that breaks HTTP. Takes the server before it listens.
 */
export function configureServer(server: Server): Server {
  server.headersTimeout = 10 * SECOND
  server.requestTimeout = 20 * SECOND
  server.keepAliveTimeout = 65 * SECOND
  server.maxHeadersCount = 100
  // A net under the places, which are counted by address and tell whoever finds none.
  server.maxConnections = PLACES.overall + PLACES.spare
  return server.prependListener('request', (_request, response: ServerResponse) => boundTaking(server, response))
}

/**
 * An answer that is whole waits in memory for whoever reads a byte of it now and then. From then on there is as much time to take it
 * as there was to send the request; one that is streamed is whole when its last part was taken in.
 */
function boundTaking(server: Server, response: ServerResponse): void {
  response.once('prefinish', () => {
    const cut = setTimeout(() => response.destroy(), server.requestTimeout)
    cut.unref()
    for (const end of ['finish', 'close']) response.once(end, () => clearTimeout(cut))
  })
}
