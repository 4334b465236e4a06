import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

import { type Database, type DatabaseLocation, openDatabase } from '../../src/store/engine/database.ts'
import { enqueueJob } from '../../src/store/jobs/serial-queue-jobs.ts'

export interface ContractSize {
  readonly keys: number
  readonly jobsPerKey: number
  readonly workers: number
  readonly kills: number
  readonly leaseMs: number
  readonly timeoutMs: number
  /** How long each run takes at most. */
  readonly jobMs?: number
  /** By how much the clock of each worker is wrong; one that has several goes from one to the next, five times a second. */
  readonly clocks?: readonly (readonly number[])[]
  /** How many runs of a hundred fail. */
  readonly failures?: number
}

/** What was seen: for each key the numbers of its jobs in the order in which they ran, repeats included. */
export interface Observation {
  readonly runs: ReadonlyMap<string, readonly number[]>
  readonly left: number
  readonly killed: number
}

const WORKER = fileURLToPath(new URL('worker-process.ts', import.meta.url))

/** Producers enqueue while worker processes run and are killed with -9, each replaced by another; returns when all is done. */
export async function runContract(
  location: DatabaseLocation,
  directory: string,
  size: ContractSize,
): Promise<Observation> {
  const journal = join(directory, `journal-${Date.now()}`)
  writeFileSync(journal, '')
  const database = await openDatabase(location)
  const { leaseMs, jobMs = 10, failures = 5, clocks = [[0]] } = size
  let started = 0
  const startWorker = () => {
    const wrongByMs = clocks[started++ % clocks.length]
    return startProcess({ location, journal, leaseMs, jobMs, failureRate: failures / 100, wrongByMs })
  }
  const workers = await Promise.all(Array.from({ length: size.workers }, startWorker))
  try {
    const producing = Promise.all(
      Array.from({ length: size.keys }, (_, k) => produce(database, `key-${k}`, size.jobsPerKey)),
    )
    const killing = killSome(workers, startWorker, size.kills)
    await producing
    const killed = await killing
    const left = await waitUntilDone(database, size.timeoutMs)
    return { runs: readJournal(journal), left, killed }
  } finally {
    await Promise.all(workers.map(kill))
    await database.close()
  }
}

/** A few in each transaction, as a change of a record and its followers would be. */
async function produce(database: Database, key: string, jobs: number): Promise<void> {
  for (let n = 0; n < jobs; n += 2)
    await database.transaction(async (transaction) => {
      await enqueueJob(transaction, { queue: 'contract', key, payload: { n }, runAt: new Date() })
      await enqueueJob(transaction, { queue: 'contract', key, payload: { n: n + 1 }, runAt: new Date() })
    })
}

function startProcess(orders: object): Promise<ChildProcess> {
  const child = spawn(process.execPath, [WORKER, JSON.stringify(orders)], { stdio: ['ignore', 'pipe', 'inherit'] })
  return new Promise((resolve, reject) => {
    child.stdout.once('data', () => resolve(child))
    child.once('exit', (code) => reject(new Error(`The worker ended before it was ready (${code})`)))
  })
}

async function killSome(workers: ChildProcess[], start: () => Promise<ChildProcess>, kills: number): Promise<number> {
  for (let i = 0; i < kills; i++) {
    await delay(150 + Math.random() * 150)
    const victim = workers.shift()
    if (victim) await kill(victim)
    workers.push(await start())
  }
  return kills
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await ended
}

async function waitUntilDone(database: Database, timeoutMs: number): Promise<number> {
  const deadline = Date.now() + timeoutMs
  for (;;) {
    const left = (await database.db.selectFrom('job').select('id').execute()).length
    if (left === 0 || Date.now() > deadline) return left
    await delay(50)
  }
}

function readJournal(journal: string): Map<string, number[]> {
  const runs = new Map<string, number[]>()
  for (const line of readFileSync(journal, 'utf8').split('\n').filter(Boolean)) {
    const [key = '', n = ''] = line.split(' ')
    runs.set(key, [...(runs.get(key) ?? []), Number(n)])
  }
  return runs
}

/** Jobs that never ran, ran after a later one had, or ran again after they were done. Empty when the contract holds. */
export function breaches({ runs }: Observation, { keys, jobsPerKey }: ContractSize): string[] {
  return Array.from({ length: keys }, (_, k) => `key-${k}`).flatMap((key) => {
    const seen = runs.get(key) ?? []
    const lost = Array.from({ length: jobsPerKey }, (_, n) => n).filter((n) => !seen.includes(n))
    const late = seen.filter((n, i) => i > 0 && n < (seen[i - 1] ?? 0))
    const early = seen.filter((n, i) => n > (seen[i - 1] ?? -1) + 1)
    return [
      ...lost.map((n) => `${key}: ${n} was lost`),
      ...late.map((n) => `${key}: ${n} ran again after the next had`),
      ...early.map((n) => `${key}: ${n} ran before the one before it`),
    ]
  })
}
