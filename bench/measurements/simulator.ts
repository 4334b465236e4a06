import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { findFreePort } from '../../node-bridge/test/faults/company/free-port.ts'
import { startChild, stopChild, usageOf } from '../load/child.ts'
import { requireStatus, startGenerator, type PreparedRequest } from '../load/load.ts'
import { measureLoad, type MeasuredLoad } from '../load/measure-load.ts'
import { untilAnswered } from '../load/until-answered.ts'
import type { Measurement } from '../measurement.ts'
import { figureOf } from '../result/statistics.ts'

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

/** What everything in development and in the stories runs on: when it is slow, everybody waits. */
export const simulator: Measurement = {
  name: 'simulator',
  title: 'The simulated instance',
  run: async ({ quick, raw }) => {
    const first: number[] = []
    const again: number[] = []
    const reads: MeasuredLoad[] = []
    const generator = startGenerator()
    try {
      for (let round = 0; round < (quick ? 1 : 5); round += 1) {
        const dataDir = mkdtempSync(join(tmpdir(), 'accord-bench-'))
        const fresh = await startSimulator(dataDir)
        first.push(fresh.readyMs)
        await stopChild(fresh.child)
        const { child, url, readyMs } = await startSimulator(dataDir)
        again.push(readyMs)
        const read: PreparedRequest = {
          url: url + TEN_INCIDENTS,
          method: 'GET',
          headers: { authorization: AUTHORIZATION },
          body: '',
          group: 'read',
        }
        const load = { requests: Array.from({ length: quick ? 50 : 500 }, () => read), inFlight: 8 }
        await generator.carry(load)
        const run = await measureLoad(generator, () => usageOf(child), load)
        requireStatus(run.answer, '200')
        reads.push(run)
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
        figureOf(
          'reads of ten whole incidents',
          'per CPU second',
          reads.map(({ cpuMsEach }) => 1000 / cpuMsEach),
          bareCalls,
          { aim: { of: 'median', least: 200 } },
        ),
      ],
      notes: ['Its Table API with a password at each call, 8 in flight; CPU of the whole process.'],
    }
  },
}
