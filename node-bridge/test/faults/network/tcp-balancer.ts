import { connect, createServer, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'

/** A plain TCP balancer on loopback, as a company has one before its replicas. It knows nothing of HTTP but the health check. */
export interface TcpBalancer {
  readonly url: string
  /** How many connections each backend has been given, in the order of the backends. */
  readonly given: readonly number[]
  close(): Promise<void>
}

interface Backend {
  readonly url: string
  healthy: boolean
}

const CHECK_EVERY_MS = 100

/**
 * Gives each connection to the next backend that is ready (`/readyz`, asked ten times a second). Who refuses a connection is
 * passed over: nothing was sent to it yet. The caller's address is kept, as a balancer before Accord has to. Bytes go through as they are; what dies half-way is hung up on.
 */
export async function startTcpBalancer(urls: readonly string[]): Promise<TcpBalancer> {
  const backends: Backend[] = urls.map((url) => ({ url, healthy: true }))
  const given = urls.map(() => 0)
  const clients = new Set<Socket>()
  const closing = new AbortController()
  let turn = 0

  const serve = async (client: Socket): Promise<void> => {
    const first = (turn += 1)
    const inTurn = backends.map((_, at) => (first + at) % backends.length)
    const ordered = [...inTurn.filter((at) => backends[at]?.healthy), ...inTurn.filter((at) => !backends[at]?.healthy)]
    for (const at of ordered) {
      const server = await open(backends[at]?.url ?? '', client.remoteAddress)
      if (!server) continue
      given[at] = (given[at] ?? 0) + 1
      return join(client, server)
    }
    client.destroy()
  }

  const server = createServer({ pauseOnConnect: true, allowHalfOpen: true }, (client) => {
    clients.add(client)
    client.once('close', () => clients.delete(client))
    client.on('error', () => undefined)
    serve(client).catch(() => client.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const checking = backends.map((backend) => watch(backend, closing.signal))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    given,
    async close() {
      closing.abort()
      for (const client of clients) client.destroy()
      await Promise.all([...checking, new Promise((resolve) => server.close(resolve))])
    },
  }
}

/** Calls from the caller's own address, so that the backend counts by it. Undefined when the backend refuses. */
const open = (url: string, from: string | undefined): Promise<Socket | undefined> =>
  new Promise((resolve) => {
    const localAddress = from === undefined ? {} : { localAddress: from }
    const socket = connect({
      host: '127.0.0.1',
      port: Number(new URL(url).port),
      allowHalfOpen: true,
      ...localAddress,
    })
    socket.once('connect', () => resolve(socket))
    socket.once('error', () => resolve(undefined))
  })

function join(client: Socket, server: Socket): void {
  for (const [from, to] of [
    [client, server],
    [server, client],
  ] as const) {
    from.on('error', () => to.destroy())
    from.once('close', (hadError) => void (hadError && to.destroy()))
    from.pipe(to)
  }
}

async function watch(backend: Backend, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    backend.healthy = await fetch(`${backend.url}/readyz`, {
      signal: AbortSignal.any([signal, AbortSignal.timeout(1000)]),
      headers: { connection: 'close' },
    }).then(
      async (answer) => (await answer.arrayBuffer(), answer.ok),
      () => false,
    )
    await delay(CHECK_EVERY_MS, undefined, { signal, ref: false }).catch(() => undefined)
  }
}
