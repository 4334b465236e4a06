import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { findFreePort } from '../../node-bridge/test/faults/company/free-port.ts'
import type { Measurement } from '../measurement.ts'
import { untilAnswered } from '../load/until-answered.ts'
import { PAGE } from './raw-limit.ts'
import { figureOf } from '../result/statistics.ts'

const MAIN = fileURLToPath(new URL('../../node-bridge/src/main.ts', import.meta.url))

/** Resident memory in MB; undefined where the system has no /proc. */
function residentMbOf(pid: number): number | undefined {
  try {
    return Number(/VmRSS:\s+(\d+) kB/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1000
  } catch {
    return undefined
  }
}

async function startOnce(dataDir: string): Promise<{ readyMs: number; residentMb: number | undefined }> {
  const port = await findFreePort()
  const environment = {
    PATH: process.env['PATH'],
    ACCORD_PORT: String(port),
    ACCORD_DATA_DIR: dataDir,
    ACCORD_ALLOW_HTTP_LOOPBACK: 'true',
  }
  const startedAt = performance.now()
  const child = spawn(process.execPath, [MAIN, 'start'], { env: environment, stdio: 'ignore' })
  try {
    await untilAnswered(`http://127.0.0.1:${port}/readyz`, 5)
    return { readyMs: performance.now() - startedAt, residentMb: residentMbOf(child.pid ?? 0) }
  } finally {
    const gone = once(child, 'exit')
    child.kill('SIGTERM')
    await gone
  }
}

/** Compiled code apart: it may be deleted at any time. In kB. */
function sizesOf(dataDir: string): { data: number; compiledCode: number } {
  const sizes = { data: 0, compiledCode: 0 }
  for (const entry of readdirSync(dataDir, { recursive: true, withFileTypes: true }))
    if (entry.isFile())
      sizes[entry.parentPath.includes('compiled-code') ? 'compiledCode' : 'data'] +=
        statSync(join(entry.parentPath, entry.name)).size / 1000
  return sizes
}

export const start: Measurement = {
  name: 'start',
  title: 'Start, memory, disk',
  run: async ({ quick, raw }) => {
    const rounds = quick ? 1 : 7
    const first: number[] = []
    const again: number[] = []
    const resident: number[] = []
    const disk: number[] = []
    const compiledCode: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      const dataDir = mkdtempSync(join(tmpdir(), 'accord-bench-'))
      first.push((await startOnce(dataDir)).readyMs)
      const { readyMs, residentMb } = await startOnce(dataDir)
      again.push(readyMs)
      if (residentMb !== undefined) resident.push(residentMb)
      const sizes = sizesOf(dataDir)
      disk.push(sizes.data)
      compiledCode.push(sizes.compiledCode)
      rmSync(dataDir, { recursive: true, force: true })
    }
    const { start: bareStart, memory: bareMemory } = raw.emptyProcess
    return {
      figures: [
        figureOf('first start to ready, new database', 'ms', first, bareStart),
        figureOf('start to ready, existing database', 'ms', again, bareStart, { aim: { of: 'median', most: 600 } }),
        ...(resident.length > 0 ? [figureOf('resident memory, idle', 'MB', resident, bareMemory)] : []),
        figureOf('data directory of a new node', 'kB', disk, PAGE),
        figureOf('compiled code beside it', 'kB', compiledCode, PAGE),
      ],
      notes: [
        'From the source files, whose types Node strips at each start. Ready: /readyz answers 200, asked each 5 ms.',
      ],
    }
  },
}
