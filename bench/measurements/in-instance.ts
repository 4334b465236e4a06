import { callConsole, consoleActions, type ConsoleAction } from '../instance/console-actions.ts'
import { transactionsPerHour } from '../instance/open-page.ts'
import { weighConsole } from '../instance/page-weight.ts'
import { startWatchedCompany, type WatchedCompany } from '../instance/watched-company.ts'
import type { Measurement } from '../measurement.ts'
import { startBenchNode } from '../node/bench-node.ts'
import type { Against, RelatedFigure } from '../result/figure.ts'
import { figureOf } from '../result/statistics.ts'

const ONE_CALL: Against = { value: 1, to: 'one call' }
const ONE_FILE: Against = { value: 1, to: 'one file' }
/** What a list of connections did before: a call to the node each two seconds, and one for the stuck jobs each fifteen. */
const POLLS_BEFORE: Against = { value: 2_040, to: 'polls before' }
const FIRST_FLIGHT: Against = { value: 14.6, to: 'first flight' }

async function measureAction(
  company: WatchedCompany,
  action: ConsoleAction,
  rounds: number,
  roundTrip: Against,
): Promise<RelatedFigure[]> {
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
    figureOf(`${action.call}, outbound calls`, 'count', calls, ONE_CALL),
    figureOf(`${action.call}, whole`, 'ms', whole, roundTrip),
    figureOf(`${action.call}, in the instance`, 'ms', inside, roundTrip),
  ]
}

export const inInstance: Measurement = {
  name: 'in-instance',
  title: 'In the instance (simulated), per action of the console',
  run: async ({ quick, raw, progress }) => {
    progress('in-instance: the app is built and installed')
    const source = await startBenchNode({ name: 'Company B' })
    const company = await startWatchedCompany().catch(async (error: unknown) => {
      await source.stop()
      throw error
    })
    try {
      const figures: RelatedFigure[] = []
      for (const action of consoleActions(source))
        figures.push(...(await measureAction(company, action, quick ? 1 : 15, raw.roundTrip)))
      const weight = await weighConsole(company.instanceUrl)
      return {
        figures: [
          ...figures,
          figureOf(
            'open page, nothing awaited, transactions per hour',
            'count',
            [transactionsPerHour(false)],
            POLLS_BEFORE,
          ),
          figureOf(
            'open page, something awaited, transactions per hour',
            'count',
            [transactionsPerHour(true)],
            POLLS_BEFORE,
          ),
          figureOf('console page, files', 'count', [weight.files], ONE_FILE),
          figureOf('console page', 'kB', [weight.kb], FIRST_FLIGHT),
          figureOf('console page, gzip', 'kB', [weight.gzipKb], FIRST_FLIGHT, { aim: { of: 'median', most: 300 } }),
        ],
        notes: [
          'An open page in an hour in which nothing changes: counted by the rules that the page follows; before, each poll called the node.',
          "What only the node knows is asked each thirty seconds for two minutes after a person's last click or key, which is four calls, and no more.",
          'In the instance: from request to answer without the time of its calls to the node. The times are those of the simulator.',
          'What a real instance adds by itself can not be known here.',
          'First flight: the ten packets that a server sends before it waits for an answer (RFC 6928), 14.6 kB.',
        ],
      }
    } finally {
      await company.stop()
      await source.stop()
    }
  },
}
