import { subscribe } from 'node:diagnostics_channel'
import { monitorEventLoopDelay } from 'node:perf_hooks'

import type { Usage } from './usage.ts'

/** The timer of the histogram has this resolution, which every value it tells contains. */
const RESOLUTION_MS = 1

/** From here on this process answers the question `usage` of its parent. It does not stay alive for that. */
export function answerUsage(): void {
  const delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS })
  delays.enable()
  const statements: Record<string, number> = {}
  if (process.env['BENCH_COUNT_STATEMENTS'])
    subscribe('accord:statement', (text) => {
      const sql = String(text)
      statements[sql] = (statements[sql] ?? 0) + 1
    })
  process.on('message', (question) => {
    if (question !== 'usage') return
    const { user, system } = process.cpuUsage()
    const usage: Usage = {
      cpuMs: (user + system) / 1000,
      residentMb: process.memoryUsage.rss() / 1e6,
      longestStallMs: Math.max(0, delays.max / 1e6 - RESOLUTION_MS),
      statements: { ...statements },
    }
    delays.reset()
    process.send?.({ usage })
  })
  process.channel?.unref()
}
