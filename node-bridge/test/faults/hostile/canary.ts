import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'

/** Something inside the house that nobody from outside may make us call. Counts who knocks, on IPv4 and IPv6 loopback. */
export interface Canary {
  readonly port: number
  readonly knocks: () => number
  close(): Promise<void>
}

export async function startCanary(): Promise<Canary> {
  let knocks = 0
  const server = createServer((socket) => {
    knocks += 1
    socket.destroy()
  })
  await new Promise<void>((resolve) => server.listen(0, '::', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    knocks: () => knocks,
    close: () => new Promise((resolve) => void server.close(() => resolve())),
  }
}

/** Names that lead to the canary: only a look-up can tell, so they are refused when they are called and not before. */
export const namesOf = (port: number): readonly string[] => [`https://localhost:${port}`, `https://LOCALHOST:${port}/`]

/** The canary's address in the spellings that have fooled URL checks. */
export const spellingsOf = (port: number): readonly string[] => [
  `http://127.0.0.1:${port}`,
  `https://127.0.0.1:${port}`,
  `https://127.1:${port}`,
  `https://2130706433:${port}`,
  `https://0x7f000001:${port}`,
  `https://0177.0.0.1:${port}`,
  `https://0.0.0.0:${port}`,
  `https://127.255.255.254:${port}`,
  `https://[::1]:${port}`,
  `https://[::]:${port}`,
  `https://[::ffff:127.0.0.1]:${port}`,
  `https://[::ffff:7f00:1]:${port}`,
  `https://[64:ff9b::7f00:1]:${port}`,
  `https://node-a.example@127.0.0.1:${port}`,
]

/** Addresses of private networks and of the clouds' metadata services: nobody answers there, and nobody may be asked. */
export const FORBIDDEN: readonly string[] = [
  'https://10.0.0.1',
  'https://172.16.0.1',
  'https://192.168.1.1',
  'https://100.64.0.1',
  'https://169.254.169.254',
  'https://[fd00::1]',
  'https://[fe80::1]',
  'https://[fd00:ec2::254]',
  'https://224.0.0.1',
  'https://255.255.255.255',
]
