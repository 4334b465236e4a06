import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { startScriptThread } from '../../instance-simulator/test/engine/thread-floor.ts'
import { findFreePort } from '../../node-bridge/test/faults/company/free-port.ts'
import { startChild, stopChild, usageOf } from '../load/child.ts'
import { requireStatus, startGenerator, type Generator, type PreparedRequest } from '../load/load.ts'
import { measureLoad, type MeasuredLoad } from '../load/measure-load.ts'
import { preparePatches } from '../instance/prepare-simulator-load.ts'
import { untilAnswered } from '../load/until-answered.ts'
import type { Measurement } from '../measurement.ts'
import { figureOf } from '../result/statistics.ts'

const CLIENTS = 10
const TEN_INCIDENTS = '/api/now/table/incident?sysparm_limit=10'
const AUTHORIZATION = `Basic ${Buffer.from('abel.tuter:abel').toString('base64')}`

async function startSimulator(dataDir: string) {
  const port = await findFreePort()
  const url = `http://127.0.0.1:${port}`
  const startedAt = performance.now()
  const child = startChild({
    script: new URL('../../instance-simulator/bin/accord-instance.js', import.meta.url),
    preload: new URL('../instance/instrument-simulator.ts', import.meta.url),
    parameters: ['--name', 'bench', '--port', String(port), '--data', dataDir],
  })
  await untilAnswered(`${url}/login.do`, 5)
  return { child, url, readyMs: performance.now() - startedAt }
}

const perCpuSecond = (runs: readonly MeasuredLoad[]): number[] => runs.map(({ cpuMsEach }) => 1000 / cpuMsEach)

type RunningSimulator = Awaited<ReturnType<typeof startSimulator>>

/** One load to get warm, one that counts. */
async function measureWarm(
  generator: Generator,
  { child }: RunningSimulator,
  requests: readonly PreparedRequest[],
  inFlight: number,
): Promise<MeasuredLoad> {
  await generator.carry({ requests, inFlight })
  const run = await measureLoad(generator, () => usageOf(child), { requests, inFlight })
  requireStatus(run.answer, '200')
  return run
}

/** MB of a script thread's heap, garbage left out, that the last nine tenths of the transactions have added. */
async function memoryGained(runs: number): Promise<number> {
  const thread = startScriptThread()
  try {
    const early = await thread.floorAfter(runs / 10)
    return ((await thread.floorAfter(runs - runs / 10)) - early) / 1024 ** 2
  } finally {
    await thread.close()
  }
}

/** What everything in development and in the stories runs on: when it is slow, everybody waits. */
export const simulator: Measurement = {
  name: 'simulator',
  title: 'The simulated instance',
  run: async ({ quick, raw }) => {
    const first: number[] = []
    const again: number[] = []
    const reads: MeasuredLoad[] = []
    const patches: MeasuredLoad[] = []
    const gainedMb: number[] = []
    const generator = startGenerator()
    try {
      for (let round = 0; round < (quick ? 1 : 5); round += 1) {
        const dataDir = mkdtempSync(join(tmpdir(), 'accord-bench-'))
        const fresh = await startSimulator(dataDir)
        first.push(fresh.readyMs)
        await stopChild(fresh.child)
        const running = await startSimulator(dataDir)
        const { child, url } = running
        again.push(running.readyMs)
        const read: PreparedRequest = {
          url: url + TEN_INCIDENTS,
          method: 'GET',
          headers: { authorization: AUTHORIZATION },
          body: '',
          group: 'read',
        }
        const tenReads = Array.from({ length: quick ? 50 : 500 }, () => read)
        reads.push(await measureWarm(generator, running, tenReads, 8))
        patches.push(await measureWarm(generator, running, await preparePatches(url, quick ? 50 : 500), CLIENTS))
        if (round === 0) gainedMb.push(await memoryGained(quick ? 500 : 10_000))
        await stopChild(child)
        rmSync(dataDir, { recursive: true, force: true })
      }
    } finally {
      await generator.stop()
    }
    const bareCalls = { value: 1e6 / raw.httpCpuUs, to: 'node:http' }
    return {
      figures: [
        figureOf('first start to ready, no data', 'ms', first, raw.emptyProcess.start, {
          aim: { of: 'median', most: 2000 },
        }),
        figureOf('start to ready, with data', 'ms', again, raw.emptyProcess.start, {
          aim: { of: 'median', most: 2000 },
        }),
        figureOf('reads of ten whole incidents', 'per CPU second', perCpuSecond(reads), bareCalls, {
          aim: { of: 'median', least: 500 },
        }),
        figureOf('patches with a before and an async rule', 'per CPU second', perCpuSecond(patches), bareCalls, {
          aim: { of: 'median', least: 150 },
        }),
        figureOf('heap that 10,000 scripts leave in their thread', 'MB', gainedMb, raw.emptyProcess.memory, {
          aim: { of: 'median', most: 5 },
        }),
      ],
      notes: [
        'Its Table API with a password at each call, 8 in flight, patches by ten clients; CPU of the whole process.',
        'A patch runs the six rules that every incident has and two more, and is audited; its async rule is counted in.',
      ],
    }
  },
}
