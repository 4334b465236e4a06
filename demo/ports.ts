import { createServer } from 'node:net'

const isFree = (port: number) =>
  new Promise<boolean>((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })

/** The demo's addresses are stored in its connections, so it must not move to other ports by itself. */
export async function requireFreePorts(ports: readonly number[]): Promise<void> {
  for (const port of ports) {
    if (await isFree(port)) continue
    throw new Error(
      `Port ${port} is taken. Is another demo running? Stop it, or start this one with --port-base and --directory of its own.`,
    )
  }
}
