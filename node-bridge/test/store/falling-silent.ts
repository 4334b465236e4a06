import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** Stands before a server. What went through it when the server `fallsSilent` receives nothing any more, not even an end. */
export interface FallingSilent {
  /** The server's URL by way of here. */
  readonly url: string
  /** Connections that begin from here on reach the server as before: its successor has its address. */
  fallSilent(): void
  close(): Promise<void>
}

export async function standBefore(serverUrl: string): Promise<FallingSilent> {
  const server = new URL(serverUrl)
  let pairs: [Socket, Socket][] = []
  const ended: Socket[] = []
  const relay = createServer((near) => {
    const far = connect({ host: server.hostname, port: Number(server.port) })
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      from.on('error', () => to.destroy())
      from.pipe(to)
    }
    pairs.push([near, far])
    ended.push(near, far)
  })
  await new Promise<void>((resolve) => relay.listen(0, '127.0.0.1', resolve))
  const url = new URL(serverUrl)
  url.port = String((relay.address() as AddressInfo).port)
  return {
    url: url.href,
    fallSilent: () => {
      for (const socket of pairs.flat()) socket.unpipe().pause()
      pairs = []
    },
    close: async () => {
      for (const socket of ended) socket.destroy()
      await new Promise((resolve) => relay.close(resolve))
    },
  }
}
