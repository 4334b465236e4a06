import { callConsole, consoleActions, type ConsoleAction } from '../instance/console-actions.ts'
import { weighConsole } from '../instance/page-weight.ts'
import { startWatchedCompany, type WatchedCompany } from '../instance/watched-company.ts'
import type { Measurement } from '../measurement.ts'
import { startBenchNode } from '../node/bench-node.ts'
import type { Figure } from '../result/figure.ts'
import { figureOf } from '../result/statistics.ts'

async function measureAction(company: WatchedCompany, action: ConsoleAction, rounds: number): Promise<Figure[]> {
  const calls: number[] = []
  const whole: number[] = []
  const inside: number[] = []
  for (let round = 0; round <= rounds; round += 1) {
    const body = await action.body()
    const before = company.outbound()
    const startedAt = performance.now()
    await callConsole(company.instanceUrl, action.call, body)
    const ms = performance.now() - startedAt
    const after = company.outbound()
    if (round === 0) continue
    calls.push(after.calls - before.calls)
    whole.push(ms)
    inside.push(ms - (after.ms - before.ms))
  }
  return [
    figureOf(`${action.call}, outbound calls`, 'count', calls),
    figureOf(`${action.call}, whole`, 'ms', whole),
    figureOf(`${action.call}, in the instance`, 'ms', inside),
  ]
}

export const inInstance: Measurement = {
  name: 'in-instance',
  title: 'In the instance (simulated), per action of the console',
  run: async ({ quick, progress }) => {
    progress('in-instance: the app is built and installed')
    const source = await startBenchNode({ name: 'Company B' })
    const company = await startWatchedCompany().catch(async (error: unknown) => {
      await source.stop()
      throw error
    })
    try {
      const figures: Figure[] = []
      for (const action of consoleActions(source))
        figures.push(...(await measureAction(company, action, quick ? 1 : 15)))
      const weight = await weighConsole(company.instanceUrl)
      return {
        figures: [
          ...figures,
          figureOf('console page, files', 'count', [weight.files]),
          figureOf('console page', 'kB', [weight.kb]),
          figureOf('console page, gzip', 'kB', [weight.gzipKb]),
        ],
        notes: [
          'In the instance: from request to answer without the time of its calls to the node. The times are those of the simulator.',
          'There is no raw limit beside these: what a real instance adds by itself can not be known here.',
        ],
      }
    } finally {
      await company.stop()
      await source.stop()
    }
  },
}
