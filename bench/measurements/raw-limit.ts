import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { generateKeyPairSync, sign, verify } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { readJws, signJws, verifyJws } from '../../node-bridge/src/jws/compact-jws.ts'
import { createKeyPair } from '../../node-bridge/src/keys/key-pair.ts'
import { messageOf, startChild, stopChild, usageOf } from '../load/child.ts'
import { runEmptyProcess, type EmptyProcess } from '../load/empty-process.ts'
import { latenciesOf, requireStatus, startGenerator } from '../load/load.ts'
import { measureLoad } from '../load/measure-load.ts'
import type { Against, Figure } from '../result/figure.ts'
import { figureOf, limitOf, median } from '../result/statistics.ts'

/** What this machine can do at all. Times in µs of one core unless named otherwise. */
export interface RawLimit {
  readonly figures: readonly Figure[]
  readonly signUs: number
  readonly verifyUs: number
  readonly createKeyUs: number
  readonly fsyncsPerSecond: number
  readonly httpCpuUs: number
  readonly expressCpuUs: number
  /** A verification through the bridge's own function. */
  readonly ourVerifyUs: number
  readonly httpPerSecond: number
  /** Beside a process of ours: how long it takes, in ms, and what it holds, in MB. */
  readonly emptyProcess: { readonly start: Against; readonly memory: Against }
  /** In ms: a page written and on the disk; a call to `node:http` and its answer, one at a time. */
  readonly fsync: Against
  readonly roundTrip: Against
}

/** In kB: databases and disks read and write whole ones. */
export const PAGE: Against = { value: 4.096, to: 'one page' }

const MESSAGE = Buffer.alloc(1000, 7)
const TYP = 'accord-bench+jws'

const wallUs = () => performance.now() * 1000

/** Of all threads: web crypto works on the pool, where a clock on the wall would count the way there and back. */
const cpuUs = () => {
  const { user, system } = process.cpuUsage()
  return user + system
}

/** Mean time of `work` in µs, once for each round. */
async function timesOf(work: () => unknown, count: number, rounds: number, nowUs = cpuUs): Promise<number[]> {
  const times: number[] = []
  for (let round = 0; round <= rounds; round += 1) {
    const startedAt = nowUs()
    for (let done = 0; done < count; done += 1) await work()
    if (round > 0) times.push((nowUs() - startedAt) / count)
  }
  return times
}

async function measureSignatures(count: number, rounds: number) {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const signature = sign(null, MESSAGE, privateKey)
  const key = await createKeyPair()
  const claims = { text: 'x'.repeat(950) }
  const read = readJws(await signJws(claims, TYP, key, 'kid'), TYP, 'kid')
  if ('fault' in read) throw new Error('The bench could not read its own signature')
  return {
    sign: await timesOf(() => sign(null, MESSAGE, privateKey), count, rounds),
    verify: await timesOf(() => verify(null, MESSAGE, publicKey, signature), count, rounds),
    createKey: await timesOf(() => generateKeyPairSync('ed25519'), count, rounds),
    ourSign: await timesOf(() => signJws(claims, TYP, key, 'kid'), count, rounds),
    ourVerify: await timesOf(() => verifyJws(read.jws, key.publicJwk), count, rounds),
  }
}

async function measureFsync(count: number, rounds: number): Promise<number[]> {
  const directory = mkdtempSync(join(tmpdir(), 'accord-bench-'))
  const file = openSync(join(directory, 'fsync'), 'w')
  const page = Buffer.alloc(4096)
  const times = await timesOf(() => (writeSync(file, page, 0, page.length, 0), fsyncSync(file)), count, rounds, wallUs)
  closeSync(file)
  rmSync(directory, { recursive: true })
  return times.map((us) => 1e6 / us)
}

async function measureServer(kind: 'http' | 'express', count: number, rounds: number) {
  const script = new URL('../load/bare-server-process.ts', import.meta.url)
  const server = startChild({ script, parameters: [kind] })
  const generator = startGenerator()
  try {
    const url = await messageOf<string>(server, 'url')
    const body = 'x'.repeat(2000)
    const requests = Array.from(
      { length: count },
      () => ({ url, method: 'POST', headers: {}, body, group: kind }) as const,
    )
    const runs = []
    for (let round = 0; round <= rounds; round += 1) {
      const run = await measureLoad(generator, () => usageOf(server), { requests, inFlight: 32 })
      requireStatus(run.answer, '200')
      if (round > 0) runs.push(run)
    }
    const alone = await generator.carry({ requests: requests.slice(0, count / 20), inFlight: 1 })
    return {
      roundTripMs: latenciesOf(alone),
      perSecond: runs.map((run) => run.perSecond),
      cpuUs: runs.map((run) => run.cpuMsEach * 1000),
    }
  } finally {
    await Promise.all([generator.stop(), stopChild(server)])
  }
}

const against = (value: number, to: string): Against => ({ value, to })

/** Always measured: every other figure is shown beside it. */
export async function measureRawLimit({ quick }: { readonly quick: boolean }): Promise<RawLimit> {
  const rounds = quick ? 1 : 5
  const count = quick ? 100 : 3000
  const signatures = await measureSignatures(count, rounds)
  const fsyncs = await measureFsync(quick ? 20 : 500, rounds)
  const empty: EmptyProcess[] = []
  for (let round = 0; round < rounds; round += 1) empty.push(await runEmptyProcess())
  const emptyMs = empty.map(({ ms }) => ms)
  const emptyMb = empty.map(({ residentMb }) => residentMb)
  const http = await measureServer('http', quick ? 200 : 20_000, rounds)
  const express = await measureServer('express', quick ? 200 : 20_000, rounds)
  const signUs = median(signatures.sign)
  const verifyUs = median(signatures.verify)
  const httpPerSecond = median(http.perSecond)
  const httpCpuUs = median(http.cpuUs)
  return {
    signUs,
    verifyUs,
    createKeyUs: median(signatures.createKey),
    fsyncsPerSecond: median(fsyncs),
    httpCpuUs,
    expressCpuUs: median(express.cpuUs),
    ourVerifyUs: median(signatures.ourVerify),
    httpPerSecond,
    emptyProcess: {
      start: against(median(emptyMs), 'an empty Node process'),
      memory: against(median(emptyMb), 'an empty Node process'),
    },
    fsync: against(1000 / median(fsyncs), 'one fsync'),
    roundTrip: against(median(http.roundTripMs), 'a node:http round trip'),
    figures: [
      limitOf('Ed25519 sign, node:crypto', 'µs', signatures.sign),
      figureOf('Ed25519 sign, the bridge', 'µs', signatures.ourSign, against(signUs, 'node:crypto')),
      limitOf('Ed25519 verify, node:crypto', 'µs', signatures.verify),
      figureOf('Ed25519 verify, the bridge', 'µs', signatures.ourVerify, against(verifyUs, 'node:crypto')),
      limitOf('Ed25519 new key, node:crypto', 'µs', signatures.createKey),
      limitOf('fsync of one page', 'per second', fsyncs),
      limitOf('node:http', 'per second', http.perSecond),
      limitOf('node:http, one in flight', 'ms', http.roundTripMs),
      limitOf('node:http, server CPU', 'µs', http.cpuUs),
      figureOf('Express', 'per second', express.perSecond, against(httpPerSecond, 'node:http')),
      figureOf('Express, server CPU', 'µs', express.cpuUs, against(httpCpuUs, 'node:http')),
      limitOf('an empty Node process, start to end', 'ms', emptyMs),
      limitOf('an empty Node process, resident memory', 'MB', emptyMb),
    ],
  }
}
