import { latenciesOf, requireStatus, startGenerator } from '../load/load.ts'
import { measureLoad, type MeasuredLoad } from '../load/measure-load.ts'
import type { Measurement } from '../measurement.ts'
import { createAcceptor } from '../node/acceptor.ts'
import { startBenchNode } from '../node/bench-node.ts'
import { prepareRedeems } from '../node/prepare-redeems.ts'
import { floorOf, floorRateOf, REDEEM } from '../result/floor.ts'
import { figureOf, quantile } from '../result/statistics.ts'

const IN_FLIGHT = 32

export const redeem: Measurement = {
  name: 'redeem',
  title: 'Redeem at the source alone',
  run: async ({ quick, raw, progress }) => {
    const source = await startBenchNode({ name: 'Company A' })
    const acceptor = await createAcceptor()
    const generator = startGenerator()
    const rounds: MeasuredLoad[] = []
    try {
      for (let round = 0; round <= (quick ? 1 : 5); round += 1) {
        progress(`redeem: codes of round ${round}`)
        const requests = await prepareRedeems(source, acceptor, quick ? 20 : 1000)
        const run = await measureLoad(generator, source.usage, { requests, inFlight: IN_FLIGHT })
        requireStatus(run.answer, '200')
        if (round > 0) rounds.push(run)
      }
    } finally {
      await generator.stop()
      await source.stop()
    }
    const floor = floorOf(REDEEM, raw)
    const floorOfAll = floorOf(REDEEM, raw, IN_FLIGHT)
    const of = (pick: (run: MeasuredLoad) => number) => rounds.map(pick)
    return {
      figures: [
        figureOf(
          'redeems',
          'per second',
          of((run) => run.perSecond),
          floorRateOf(REDEEM, raw),
          { aim: { of: 'median', least: 1000 } },
        ),
        figureOf(
          'CPU of the source, each',
          'ms',
          of((run) => run.cpuMsEach),
          floor,
          { aim: { of: 'median', most: 1.2 } },
        ),
        figureOf(
          'p50',
          'ms',
          of(({ answer }) => quantile(latenciesOf(answer), 0.5)),
          floorOfAll,
        ),
        figureOf(
          'p99',
          'ms',
          of(({ answer }) => quantile(latenciesOf(answer), 0.99)),
          floorOfAll,
        ),
        figureOf(
          'longest stall of the event loop',
          'ms',
          of((run) => run.longestStallMs),
          raw.fsync,
        ),
        figureOf(
          'resident memory of the source under this load',
          'MB',
          of((run) => run.residentMb),
          raw.emptyProcess.memory,
        ),
      ],
      notes: [
        'SQLite, 32 in flight, from a generator in another process; codes and redeems are made before the clock runs.',
        'The CPU time holds the callback to the instance that each redeem causes, and its share of the audit log.',
      ],
    }
  },
}
