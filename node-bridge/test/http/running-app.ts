import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

import { createApp, type AppOptions, type AppServices } from '../../src/http/app.ts'
import { configureServer, HTTP_SERVER_OPTIONS } from '../../src/http/configure-server.ts'
import { nonces } from '../handshake/messages/parties.ts'

export interface RunningApp {
  readonly origin: string
  readonly port: number
  readonly server: Server
  readonly logged: { readonly level: string; readonly facts: Record<string, unknown> }[]
  close(): Promise<void>
}

export const PUBLIC_URL = 'https://node-a.example'

/** The app on a real socket of 127.0.0.1. */
export async function runApp(services: AppServices, options: Partial<AppOptions> = {}): Promise<RunningApp> {
  const logged: RunningApp['logged'] = []
  const note = (level: string) => (facts: object) => void logged.push({ level, facts: { ...facts } })
  const app = createApp(services, {
    publicUrl: PUBLIC_URL,
    nonces,
    log: { info: note('info'), error: note('error') },
    ...options,
  })
  const server = configureServer(createServer(HTTP_SERVER_OPTIONS, app))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    port,
    server,
    logged,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
