import type { Server, ServerOptions } from 'node:http'

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
 * Bounds what one client can hold on to: the time to send a request, an idle connection, the number of headers. Node
 * itself cuts off a client that breaks HTTP. Takes the server before it listens.
 */
export function configureServer(server: Server): Server {
  server.headersTimeout = 10 * SECOND
  server.requestTimeout = 20 * SECOND
  server.keepAliveTimeout = 65 * SECOND
  server.maxHeadersCount = 100
  // A net under the places, which are counted by address and tell whoever finds none.
  server.maxConnections = PLACES.overall + PLACES.spare
  return server
}
