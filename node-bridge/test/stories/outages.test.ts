import { execFile } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'

import { OPERATIONS } from '@accord/shared/contracts'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { Client } from 'pg'

import { type Company, startCompany } from '../faults/company/company.ts'
import { eventually } from '../faults/company/eventually.ts'
import { type PostgresServer, startPostgres } from '../postgres.ts'
import { mountSmallDisk } from './small-disk.ts'

const run = promisify(execFile)

let postgres: PostgresServer
let databaseUrl: string
let embedded: Company
let served: Company

beforeAll(async () => {
  postgres = await startPostgres()
  databaseUrl = await postgres.createDatabase()
  const environment = { ACCORD_MASTER_KEY: randomBytes(32).toString('base64') }
  ;[embedded, served] = await Promise.all([
    startCompany('Embedded', { replicas: 1 }),
    startCompany('Served', { databaseUrl, environment }),
  ])
}, 90_000)

afterAll(async () => {
  await Promise.all([embedded.close(), served.close()])
  await postgres.stop()
})

interface Load {
  readonly answers: { readonly name: string; readonly status: number; readonly code?: string }[]
  end(): Promise<void>
}

/** Writes without a pause, four at a time, each a connection of its own. */
function startLoad(company: Company): Load {
  const answers: { name: string; status: number; code?: string }[] = []
  let ended = false
  const writeOnAndOn = async (): Promise<void> => {
    if (ended) return
    answers.push(await write(company))
    await delay(5)
    await writeOnAndOn()
  }
  const writers = [1, 2, 3, 4].map(writeOnAndOn)
  return {
    answers,
    end: async () => {
      ended = true
      await Promise.all(writers)
    },
  }
}

async function write({ bridge, secrets }: Company) {
  const name = `During an outage ${randomUUID()}`
  const { method, path } = OPERATIONS.initiateConnection
  const names = { localShortName: 'A', remoteShortName: 'B', name, description: '' }
  const answer = await fetch(bridge.url + path, {
    method,
    headers: { authorization: `Bearer ${secrets.instanceToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ requestId: randomUUID(), destinationUrl: null, mode: 'script', actor: 'admin', ...names }),
  })
  const { code } = (await answer.json()) as { code?: string }
  return { name, status: answer.status, ...(answer.ok ? {} : { code: String(code) }) }
}

async function namesIn(company: Company): Promise<Set<string>> {
  const names = new Set<string>()
  let cursor: string | undefined
  do {
    const page = await company.client.call('listConnections', {
      query: { limit: '100', ...(cursor ? { after: cursor } : {}) },
    })
    for (const { name } of page.connections) names.add(name)
    cursor = page.next ?? undefined
  } while (cursor)
  return names
}

interface Outage {
  begin(): Promise<unknown>
  /** What holds while nothing can be written. */
  meanwhile?(): Promise<unknown>
  end(): Promise<unknown>
}

interface Readiness {
  readonly ready: boolean
  readonly checks: { readonly database: boolean }
  readonly reason?: string
}

const askReadiness = async ({ bridge }: Company): Promise<Readiness & { status: number }> => {
  const answer = await fetch(`${bridge.url}/readyz`)
  return { status: answer.status, ...((await answer.json()) as Readiness) }
}

/** Under load: fine, then the outage, then remedied; the node is the same process all the time. */
async function goThrough(company: Company, outage: Outage) {
  const pids = company.bridge.pids()
  const load = startLoad(company)
  const written = () => load.answers.filter(({ status }) => status === 201).length
  await eventually('calls are answered', () => written() > 10 || undefined)
  await outage.begin()
  await eventually('calls fail', () => load.answers.filter(({ status }) => status === 503).length > 10 || undefined, {
    withinMs: 60_000,
    describe: () => JSON.stringify(load.answers.slice(-3)) + company.bridge.output('stderr').slice(-3000),
  })
  await eventually('the node says that it is not ready', async () =>
    (await askReadiness(company)).status === 503 ? true : undefined,
  )
  await outage.meanwhile?.()
  await outage.end()
  const before = written()
  await eventually('calls are answered again', () => written() > before + 10 || undefined, { withinMs: 60_000 })
  await eventually('the node is ready', async () => ((await askReadiness(company)).status === 200 ? true : undefined))
  await load.end()
  expect(company.bridge.pids()).toEqual(pids)
  return load.answers
}

async function expectNothingLost(company: Company, answers: Load['answers']): Promise<void> {
  const failed = answers.filter(({ status }) => status !== 201)
  expect(new Set(failed.map(({ status, code }) => `${status} ${code}`))).toEqual(new Set(['503 retry_later']))
  const kept = await namesIn(company)
  expect(answers.filter(({ name, status }) => status === 201 && !kept.has(name))).toEqual([])
}

test('a disk on which nothing can be written: 503 with its cause in the log, nothing acknowledged is lost, no restart', async () => {
  const limit = (bytes: string) => run('prlimit', ['--pid', String(embedded.bridge.pids()[0]), `--fsize=${bytes}:`])
  const answers = await goThrough(embedded, { begin: () => limit('1'), end: () => limit('unlimited') })
  await expectNothingLost(embedded, answers)
  expect(embedded.bridge.output('stderr')).toMatch(/The database cannot be used: the disk (cannot be|is full)/u)
}, 90_000)

test('a full disk: 503 with its cause, everything can be read, nothing acknowledged is lost even by a kill, no restart', async () => {
  const disk = mountSmallDisk(24)
  // Where nothing can be mounted the files may not grow instead; test/store/full-disk.test.ts has the database's own refusal.
  const limit = (bytes: string) => run('prlimit', ['--pid', String(full.bridge.pids()[0]), `--fsize=${bytes}:`])
  const full = await startCompany('Full', { replicas: 1, dataIn: disk?.directory })
  try {
    const answers = await goThrough(full, {
      begin: async () => (disk ? disk.fill() : limit('1')),
      meanwhile: async () => {
        expect((await namesIn(full)).size).toBeGreaterThan(10)
        expect((await fetch(`${full.bridge.url}/healthz`)).status).toBe(200)
        expect(await askReadiness(full)).toMatchObject({
          ready: false,
          checks: { database: false },
          reason: expect.stringMatching(disk ? /: the disk (is full|cannot be)/u : /: the disk/u),
        })
      },
      end: async () => (disk ? disk.free() : limit('unlimited')),
    })
    await expectNothingLost(full, answers)
    expect(full.bridge.output('stderr')).toMatch(/The database cannot be used: the disk is full/u)
    await full.bridge.kill()
    await full.bridge.start()
    await expectNothingLost(full, answers)
  } finally {
    await full.close()
    disk?.unmount()
  }
}, 90_000)

test('a PostgreSQL that goes away under load and comes back: 503 with its cause in the log, nothing acknowledged is lost, no restart', async () => {
  const url = new URL(databaseUrl)
  const database = url.pathname.slice(1)
  url.pathname = '/postgres'
  const asAdmin = async (...statements: string[]) => {
    const admin = new Client({ connectionString: url.href })
    await admin.connect()
    for (const statement of statements) await admin.query(statement)
    await admin.end()
  }
  const answers = await goThrough(served, {
    begin: () =>
      asAdmin(
        `alter database ${database} allow_connections false`,
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${database}'`,
      ),
    end: () => asAdmin(`alter database ${database} allow_connections true`),
  })
  await expectNothingLost(served, answers)
  expect(served.bridge.output('stderr')).toContain('The database cannot be used: PostgreSQL ')
}, 90_000)
