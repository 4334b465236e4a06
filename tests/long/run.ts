/**
 * `npm run test:long`: what takes too long for every change. Prints its figures and ends with 1 when a law was broken.
 * `npm run test:long -- codes kills` runs only those; ACCORD_TEST_SEED repeats a run, ACCORD_TEST_SHARE=0.05 runs a part of it.
 */
import { randomBytes } from 'node:crypto'

import { databaseKinds } from '../../node-bridge/test/databases.ts'
import { startCompany } from '../../node-bridge/test/faults/company/company.ts'
import { startPair, type Pair } from '../../node-bridge/test/faults/handshake/pair.ts'
import { startPostgres, type PostgresServer } from '../../node-bridge/test/postgres.ts'
import { runBackfill } from './backfill/run-backfill.ts'
import { runCalls } from './calls/run-calls.ts'
import { runChaosPhase } from './chaos/run-chaos.ts'
import { runCodes } from './codes/run-codes.ts'
import { tableOf, type Figures } from './figures.ts'
import { runKills } from './kills/run-kills.ts'
import { runMessages } from './messages/run-messages.ts'
import { runPastes } from './pastes/run-pastes.ts'
import { runRestores } from './restores/run-restores.ts'
import { runSchedules } from './schedules/run-schedules.ts'
import { runSteps } from './steps/run-steps.ts'
import { runSlow } from './slow/run-slow.ts'
import { runTests } from './tests/run-tests.ts'

/** A fraction, for a first look; the figures that count are those of the whole. */
const share = Number(process.env['ACCORD_TEST_SHARE'] ?? 1)
const BACKFILLED = Math.ceil(50_000 * share)
const CODES = Math.ceil(1_000_000 * share)
const PASTES = Math.ceil(10_000 * share)
const CALLS = Math.ceil(100_000 * share)
const MESSAGES = Math.ceil(100_000 * share)
const KILLS_EACH = Math.ceil(105 * share)
const KILLS_PER_STEP = Math.ceil(20 * share)
const CHAOS = { pairs: Math.ceil(500 * share), edits: Math.ceil(10_000 * share) }
const SCHEDULES_EACH = Math.ceil(1000 * share)
const SLOW_CLIENTS_EACH = 75
/** The whole takes about half an hour; a phase that is too slow complains of what it could not do. */
const PHASE_WITHIN_MS = 360_000
/** Each hostile message of a call is verified and checked by itself. */
const MESSAGES_WITHIN_MS = 900_000

const seed = process.env['ACCORD_TEST_SEED'] ?? randomBytes(4).toString('hex')
const write = (text: string) => process.stdout.write(`${text}\n\n`)

/** The same phase on the embedded database and on PostgreSQL, both at the same time. */
async function onBoth(
  server: PostgresServer,
  phase: (pair: Pair, database: string) => Promise<Figures>,
): Promise<Figures[]> {
  const on = async (database: string, urls: readonly [string?, string?]) => {
    const pair = await startPair({ source: { databaseUrl: urls[0] }, destination: { databaseUrl: urls[1] } })
    try {
      return await phase(pair, database)
    } finally {
      await pair.close()
    }
  }
  return Promise.all([
    on('SQLite', []),
    on('PostgreSQL', [await server.createDatabase(), await server.createDatabase()]),
  ])
}

const PHASES: Readonly<Record<string, (server: PostgresServer) => Promise<Figures[]>>> = {
  tests: async () => [await runTests()],
  codes: async () => [await runCodes(CODES, seed, PHASE_WITHIN_MS)],
  pastes: async () => [await runPastes(PASTES, seed, PHASE_WITHIN_MS)],
  calls: async () => {
    const pair = await startPair()
    return [await runCalls(pair, CALLS, seed, PHASE_WITHIN_MS).finally(() => pair.close())]
  },
  messages: async () => [await runMessages(MESSAGES, seed, MESSAGES_WITHIN_MS)],
  slow: async () => {
    const company = await startCompany('Company A')
    return [await runSlow(company.bridge.url, SLOW_CLIENTS_EACH).finally(() => company.close())]
  },
  schedules: (server) =>
    onBoth(server, (pair, database) =>
      runSchedules(pair, {
        title: `Fault schedules on ${database}`,
        schedules: SCHEDULES_EACH,
        withinMs: PHASE_WITHIN_MS,
        seed,
      }),
    ),
  kills: (server) =>
    onBoth(server, (pair, database) =>
      runKills(pair, { title: `kill -9 on ${database}`, kills: KILLS_EACH, withinMs: PHASE_WITHIN_MS }),
    ),
  ...Object.fromEntries(
    databaseKinds().map((kind) => [
      `steps-${kind.name.toLowerCase()}`,
      async () => [await runSteps(kind, KILLS_PER_STEP)],
    ]),
  ),
  chaos: async (server) => [await runChaosPhase(server, { ...CHAOS, seed })],
  backfill: async () => [await runBackfill(BACKFILLED)],
  restores: async () => [await runRestores()],
  replicas: async () => {
    const pair = await startPair({ source: { replicas: 3 } })
    const run = { title: 'kill -9 of one of three replicas in turn', kills: KILLS_EACH, withinMs: PHASE_WITHIN_MS }
    return [await runKills(pair, run).finally(() => pair.close())]
  },
}

// Ending by a signal runs the exit handlers, which take the bridges along.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))

const wanted = process.argv.slice(2)
const server = await startPostgres()
let broken = 0
try {
  for (const [name, run] of Object.entries(PHASES)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue
    for (const figures of await run(server)) {
      write(tableOf(figures))
      broken += figures.complaints.length
    }
  }
} finally {
  await server.stop()
}
write(broken === 0 ? 'Every law held.' : `${broken} laws were broken. ACCORD_TEST_SEED=${seed} repeats this run.`)
process.exitCode = broken === 0 ? 0 : 1
