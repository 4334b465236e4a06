import { createServer, type RequestListener, type Server } from 'node:http'
import { Server as NetServer } from 'node:net'
import { setImmediate as nextTurn, setTimeout as delay } from 'node:timers/promises'

import { configureServer, HTTP_SERVER_OPTIONS } from './configure-server.ts'
import type { IsProxy } from './forwarded-address.ts'
import { boundSockets, type Places } from './socket-places.ts'

/** The listening socket. Its address is known before the services are, which may need it for their public URL. */
export interface Listener {
  /** `http://host:port` on this machine. */
  readonly url: string
  /** From here on requests are answered; those before receive 503. */
  receive(listener: RequestListener): void
  /**
   * Asks every caller to end its connection, for `drainMs` still takes new ones (until the balancer has noticed), then takes
   * none, lets requests at work finish, and cuts what is left after the timeout.
   */
  close(drainMs?: number): Promise<void>
}

const TIMEOUT_MS = 15_000
const IDLE_SCAN_MS = 50
/** A kept-alive connection may carry the next request already: that is answered with `Connection: close`, which ends it. */
const LINGER_MS = 300
/** Upper bound of turns for the accept queue: under a flood it would never be empty. */
const MOST_TURNS = 1000

const askToComeBack: RequestListener = (_request, response) => {
  response.writeHead(503, { 'Retry-After': '1' }).end()
}

/** `port` 0 takes any that is free. Throws, with the name of the setting, when it cannot listen there. */
export async function openListener(
  host: string,
  port: number,
  isProxy: IsProxy,
  places?: Places,
  setting = 'ACCORD_PORT',
): Promise<Listener> {
  let current = askToComeBack
  let leaving = false
  const server = configureServer(createServer(HTTP_SERVER_OPTIONS))
  const receive: RequestListener = (request, response) => {
    if (leaving) response.setHeader('Connection', 'close')
    current(request, response)
  }
  server.on('request', boundSockets(server, receive, isProxy, places))
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(nameTheAddress(error, `${host}:${port}`, setting)))
    server.listen(port, host, () => {
      server.removeAllListeners('error')
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
    close: async (drainMs = 0) => {
      leaving = true
      await delay(drainMs)
      await acceptWhoWaits(server)
      await closeGently(server)
    },
  }
}

const ADDRESS_FAILURES: Readonly<Record<string, string>> = {
  EADDRINUSE: '{port}: something listens there already',
  EACCES: '{port}: this user may not listen there; take a port above 1023',
  EADDRNOTAVAIL: 'ACCORD_HOST: this machine has no such address',
  ENOTFOUND: 'ACCORD_HOST: this name has no address',
}

function nameTheAddress(error: Error, address: string, setting: string): Error {
  const failure = ADDRESS_FAILURES['code' in error ? String(error.code) : '']?.replace('{port}', setting)
  return failure === undefined ? error : new Error(`${failure} (${address})`, { cause: error })
}

/** `close` resets connections in the system's accept queue, of which Node takes one in each turn of the event loop. */
async function acceptWhoWaits(server: Server): Promise<void> {
  let arrived = 0
  const count = () => void (arrived += 1)
  server.on('connection', count)
  for (let turns = 0, seen = -1; turns < MOST_TURNS && seen < arrived; turns += 1) {
    seen = arrived
    await nextTurn()
  }
  server.removeListener('connection', count)
}

/** `server.close` would also end idle connections at once, on which a request may be under way. */
function closeGently(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), TIMEOUT_MS)
    const closeIdleFrom = Date.now() + LINGER_MS
    // A connection that is kept alive becomes idle only after its answer, and would hold the stop up.
    const closing = setInterval(() => {
      if (Date.now() >= closeIdleFrom) server.closeIdleConnections()
    }, IDLE_SCAN_MS)
    NetServer.prototype.close.call(server, () => {
      clearTimeout(cut)
      clearInterval(closing)
      resolve()
    })
  })
}
