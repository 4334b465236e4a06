import type { Server, ServerOptions } from 'node:http'

const SECOND = 1000

/** For `createServer`: these can only be set at birth. Slow clients are looked for every second. */
export const HTTP_SERVER_OPTIONS: ServerOptions = {
  connectionsCheckingInterval: SECOND,
  headersTimeout: 10 * SECOND,
  requestTimeout: 20 * SECOND,
  maxHeaderSize: 16_384,
}

/**
 * Bounds what one client can hold on to: the time to send a request, an idle connection, the number of headers. A client
 * that breaks HTTP itself gets a bare answer and is cut off. Takes the server before it listens.
 */
export function configureServer(server: Server): Server {
  server.headersTimeout = 10 * SECOND
  server.requestTimeout = 20 * SECOND
  server.keepAliveTimeout = 65 * SECOND
  server.maxHeadersCount = 100
  server.maxConnections = 2000
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
    socket.end(`HTTP/1.1 ${statusOf(error.code)}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () =>
      socket.destroy(),
    )
  })
  return server
}

function statusOf(code: string | undefined): string {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return '408 Request Timeout'
  return code === 'HPE_HEADER_OVERFLOW' ? '431 Request Header Fields Too Large' : '400 Bad Request'
}
