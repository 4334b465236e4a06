import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'

/**
 * A port that stays free while its process is dead: below the range from which the system takes the ports of outgoing
 * connections, since one of those could sit on it when the process comes back.
 */
export async function findFreePort(): Promise<number> {
  const port = randomInt(15_000, 32_000)
  return (await isFree(port)) ? port : findFreePort()
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })
