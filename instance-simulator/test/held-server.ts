import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A service that answers nobody until it is asked to: what a transaction waits for that must not end yet. */
export interface HeldServer {
  readonly url: string
  /** How many are being held. */
  readonly held: number
  /** Resolves when so many are being held. */
  holds(count: number): Promise<void>
  /** Answers everybody, also those who come later. */
  release(): void
  close(): void
}

export async function heldServer(): Promise<HeldServer> {
  const waiting: (() => void)[] = []
  const watchers = new Set<() => void>()
  let isReleased = false
  const server = createServer((_request, response) => {
    if (isReleased) return void response.end('late')
    waiting.push(() => response.end('late'))
    for (const watcher of watchers) watcher()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    get held() {
      return waiting.length
    },
    holds: (count) =>
      new Promise((resolve) => {
        const look = () => {
          if (waiting.length >= count) resolve()
        }
        watchers.add(look)
        look()
      }),
    release: () => {
      isReleased = true
      for (const answer of waiting.splice(0)) answer()
    },
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
