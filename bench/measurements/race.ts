import { latenciesOf, requireStatus, startGenerator } from '../load/load.ts'
import { measureLoad, type MeasuredLoad } from '../load/measure-load.ts'
import type { Measurement } from '../measurement.ts'
import { createAcceptor } from '../node/acceptor.ts'
import { startBenchNode } from '../node/bench-node.ts'
import { invite } from '../node/invite.ts'
import { floorMs, LATE_REDEEM, REDEEM } from '../result/floor.ts'
import { figureOf } from '../result/statistics.ts'

const RACERS = 50

export const race: Measurement = {
  name: 'race',
  title: 'Fifty racers on one code',
  run: async ({ quick, raw }) => {
    const source = await startBenchNode({ name: 'Company A' })
    const generator = startGenerator()
    const rounds: MeasuredLoad[] = []
    try {
      for (let round = 0; round <= (quick ? 1 : 10); round += 1) {
        const { code } = await invite(source)
        const requests = await Promise.all(
          Array.from({ length: RACERS }, async () => (await (await createAcceptor()).prepareRedeem(code)).request),
        )
        const run = await measureLoad(generator, source.usage, { requests, inFlight: RACERS })
        requireStatus(run.answer, '200', '409')
        const winners = run.answer.outcomes.filter(({ status }) => status === '200').length
        if (winners !== 1) throw new Error(`${winners} of ${RACERS} racers won`)
        if (round > 0) rounds.push(run)
      }
    } finally {
      await generator.stop()
      await source.stop()
    }
    const work = { value: floorMs(REDEEM, raw) + (RACERS - 1) * floorMs(LATE_REDEEM, raw), to: 'floor of all fifty' }
    return {
      figures: [
        figureOf(
          'until the last racer is answered',
          'ms',
          rounds.map(({ answer }) => answer.wallMs),
          work,
        ),
        figureOf(
          'slowest racer',
          'ms',
          rounds.map(({ answer }) => Math.max(...latenciesOf(answer))),
          work,
        ),
        figureOf(
          'CPU of the source, all fifty',
          'ms',
          rounds.map((run) => run.cpuMsEach * RACERS),
          work,
        ),
        figureOf(
          'longest stall of the event loop',
          'ms',
          rounds.map((run) => run.longestStallMs),
          raw.fsync,
          { aim: { of: 'median', most: 10 } },
        ),
      ],
      notes: [
        'Each racer is an instance with keys of its own. Exactly one won in each round, or this would have failed.',
      ],
    }
  },
}
