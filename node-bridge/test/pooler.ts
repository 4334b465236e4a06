import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

import { freePort } from './postgres.ts'

/** A connection pooler before a PostgreSQL server. */
export interface Pooler {
  /** The URL of a database of the server by way of here. */
  through(databaseUrl: string): string
  stop(): Promise<void>
}

export type PoolMode = 'session' | 'transaction'

/** Of every Debian, and of most others. */
const NOBODY = 65_534
const PROGRAM = ['/usr/sbin/pgbouncer', '/usr/bin/pgbouncer', '/usr/local/bin/pgbouncer'].find((path) =>
  existsSync(path),
)
/** For the titles of tests: what stood there. `.ci/run` installs the real one. */
export const POOLER = PROGRAM ? 'PgBouncer' : 'a stand-in for PgBouncer, which is not installed'

/** PgBouncer as it comes, but for its pool mode; where it is not installed, what refuses a start-up message as it does. */
export const startPooler = (serverUrl: string, mode: PoolMode): Promise<Pooler> =>
  PROGRAM ? startPgBouncer(PROGRAM, new URL(serverUrl), mode) : startStandIn(new URL(serverUrl))

const through = (port: number) => (databaseUrl: string) => {
  const url = new URL(databaseUrl)
  url.port = String(port)
  return url.href
}

async function startPgBouncer(program: string, server: URL, mode: PoolMode): Promise<Pooler> {
  const directory = mkdtempSync(join(tmpdir(), 'accord-pooler-'))
  const port = await freePort()
  const [settings, users] = [join(directory, 'pgbouncer.ini'), join(directory, 'users.txt')]
  writeFileSync(users, `"${server.username}" ""\n`)
  const lines = [
    '[databases]',
    `* = host=${server.hostname} port=${server.port}`,
    '[pgbouncer]',
    'listen_addr = 127.0.0.1',
    `listen_port = ${port}`,
    'unix_socket_dir =',
    'auth_type = trust',
    `auth_file = ${users}`,
    `pool_mode = ${mode}`,
  ]
  writeFileSync(settings, `${lines.join('\n')}\n`)
  const child = spawn(program, ['-q', ...asNobody(directory, settings, users), settings], { stdio: 'ignore' })
  await untilOpen(port)
  return {
    through: through(port),
    stop: async () => {
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

/** It refuses to run as root; then it takes another user, who must be able to read its files. */
function asNobody(...files: readonly string[]): string[] {
  if (process.getuid?.() !== 0) return []
  for (const file of files) chownSync(file, NOBODY, NOBODY)
  return ['-u', 'nobody']
}

async function untilOpen(port: number): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const socket = connect(port, '127.0.0.1')
    const open = await once(socket, 'connect').then(
      () => true,
      () => false,
    )
    socket.destroy()
    if (open) return
    await delay(50)
  }
  throw new Error('PgBouncer did not start')
}

/** Names that PgBouncer takes in a start-up message. */
const KNOWN = new Set([
  'user',
  'database',
  'client_encoding',
  'datestyle',
  'timezone',
  'standard_conforming_strings',
  'application_name',
])

async function startStandIn(server: URL): Promise<Pooler> {
  const sockets: Socket[] = []
  const relay = createServer((near) => {
    sockets.push(near.on('error', () => near.destroy()))
    near.once('data', (first: Buffer) => {
      const unknown = parametersOf(first).find((name) => !KNOWN.has(name.toLowerCase()))
      if (unknown !== undefined) return void near.end(refusal(`unsupported startup parameter: ${unknown}`))
      const far = connect(Number(server.port), server.hostname)
      sockets.push(far.on('error', () => near.destroy()))
      far.write(first)
      near.pipe(far).pipe(near)
    })
  })
  relay.listen(0, '127.0.0.1')
  await once(relay, 'listening')
  const address = relay.address()
  return {
    through: through(typeof address === 'object' && address ? address.port : 0),
    stop: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => relay.close(resolve))
    },
  }
}

/** Names of a start-up message: behind length and version, name and value by turns, each with a zero at its end. */
function parametersOf(message: Buffer): string[] {
  const words = message.subarray(8).toString().split('\0')
  return words.slice(0, words.indexOf('')).filter((_, index) => index % 2 === 0)
}

function refusal(text: string): Buffer {
  const fields = Buffer.from(`SFATAL\0C08P01\0M${text}\0\0`)
  const head = Buffer.from('E....')
  head.writeUInt32BE(fields.length + 4, 1)
  return Buffer.concat([head, fields])
}
