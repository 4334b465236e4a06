import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { createBridgeProcess } from '../faults/company/bridge-process.ts'
import { findFreePort } from '../faults/company/free-port.ts'
import { type PostgresServer, startPostgres } from '../postgres.ts'

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url))

let directory: string
let postgres: PostgresServer

beforeAll(async () => {
  directory = mkdtempSync(path.join(tmpdir(), 'accord-refused-'))
  postgres = await startPostgres()
})
afterAll(async () => {
  await postgres.stop()
  rmSync(directory, { recursive: true, force: true })
})

const dirOf = (name: string) => path.join(directory, name)

/** How a start ends that must not succeed. */
function start(
  environment: Readonly<Record<string, string>>,
  word = 'start',
): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, [MAIN, word], {
    env: {
      PATH: process.env['PATH'],
      ACCORD_PORT: '0',
      ACCORD_PUBLIC_URL: 'http://127.0.0.1:9',
      ACCORD_ALLOW_HTTP_LOOPBACK: 'true',
      ...environment,
    },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()))
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, said })))
}

async function running<T>(dataDir: string, meanwhile: (port: number) => Promise<T>): Promise<T> {
  const port = await findFreePort()
  const bridge = createBridgeProcess({
    port,
    publicUrl: 'http://127.0.0.1:9',
    dataDir,
    nodeName: 'First',
    operatorToken: randomBytes(24).toString('hex'),
  })
  await bridge.start()
  return meanwhile(port).finally(() => bridge.stop())
}

test('a second node on the same embedded database is refused, and the first goes on', async () => {
  const dataDir = dirOf('shared')
  await running(dataDir, async (port) => {
    const { code, said } = await start({ ACCORD_DATA_DIR: dataDir })
    expect([code, said]).toEqual([1, expect.stringContaining(`A node works in ${dataDir} already`)])
    expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200)
  })
}, 60_000)

test('the master key is not replaced under a node that works', async () => {
  const dataDir = dirOf('rotated')
  await running(dataDir, async (port) => {
    const key = readFileSync(path.join(dataDir, 'master.key'), 'utf8')
    const { code, said } = await start({ ACCORD_DATA_DIR: dataDir }, 'rotate-master-key')
    expect([code, said]).toEqual([1, expect.stringContaining(`A node works in ${dataDir} already`)])
    expect(readFileSync(path.join(dataDir, 'master.key'), 'utf8')).toBe(key)
    expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200)
  })
}, 60_000)

test('the hold of a node that was killed with -9 is free at once', async () => {
  const dataDir = dirOf('killed')
  const settings = { publicUrl: 'http://127.0.0.1:9', dataDir, nodeName: 'Killed', operatorToken: 'x'.repeat(24) }
  const bridge = createBridgeProcess({ port: await findFreePort(), ...settings })
  await bridge.start()
  await bridge.kill()
  await running(dataDir, async (port) => expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200))
}, 60_000)

test('a port that is taken is named, with its setting', async () => {
  const taken: Server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => taken.once('listening', resolve))
  const { port } = taken.address() as AddressInfo
  const { code, said } = await start({ ACCORD_DATA_DIR: dirOf('port'), ACCORD_PORT: String(port) })
  taken.close()
  expect([code, said]).toEqual([1, expect.stringContaining('ACCORD_PORT: something listens there already')])
})

test('a data directory that cannot be one is named, with its setting', async () => {
  writeFileSync(dirOf('file'), '')
  for (const dataDir of [dirOf('file'), path.join(dirOf('file'), 'below')]) {
    const { code, said } = await start({ ACCORD_DATA_DIR: dataDir })
    expect([code, said]).toEqual([1, expect.stringContaining(`ACCORD_DATA_DIR: nothing can be written in ${dataDir}`)])
  }
})

test('an embedded database that is none is named, with its setting', async () => {
  const dataDir = dirOf('damaged')
  mkdirSync(dataDir)
  writeFileSync(path.join(dataDir, 'accord.sqlite'), randomBytes(20_000))
  const { code, said } = await start({ ACCORD_DATA_DIR: dataDir })
  const named = `ACCORD_DATA_DIR: ${dataDir}/accord.sqlite cannot be used: it is no database, or damaged`
  expect([code, said]).toEqual([1, expect.stringContaining(named)])
})

test('a master key of another database ends the start, and the key is not shown', async () => {
  const dataDir = dirOf('own-key')
  await running(dataDir, async () => undefined)
  const copy = dirOf('other-key')
  cpSync(dataDir, copy, { recursive: true })
  const key = randomBytes(32).toString('base64')
  const { code, said } = await start({ ACCORD_DATA_DIR: copy, ACCORD_MASTER_KEY: key })
  expect([code, said]).toEqual([expect.any(Number), expect.stringContaining('sealed with another master key')])
  expect([code === 0, said.includes(key)]).toEqual([false, false])
}, 60_000)

const PASSWORD = 'correct-horse-battery'
const servers: readonly [string, (url: URL) => void, RegExp][] = [
  ['nothing listens', (url) => (url.port = '9'), /does not answer/u],
  ['its host has no address', (url) => (url.hostname = 'nowhere.invalid'), /host of PostgreSQL cannot be found/u],
  ['it has no such database', (url) => (url.pathname = '/absent'), /no database of this name/u],
  ['it refuses the user', (url) => (url.username = 'nobody-knows'), /refuses the user or the password/u],
  ['it speaks no TLS', (url) => (url.search = '?sslmode=verify-full'), /does not support SSL/u],
]

test.each(servers)('PostgreSQL is refused by the name of its setting when %s', async (_, change, expected) => {
  const url = new URL(await postgres.createDatabase())
  url.password = PASSWORD
  change(url)
  const { code, said } = await start({ ACCORD_DATA_DIR: dirOf('pg'), ACCORD_DATABASE_URL: url.href })
  expect([code, said]).toEqual([1, expect.stringMatching(expected)])
  expect(said).toContain('ACCORD_DATABASE_URL: ')
  expect(said).not.toContain(PASSWORD)
})
