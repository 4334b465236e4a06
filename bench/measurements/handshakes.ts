import { eachInFlight } from '../load/in-flight.ts'
import type { Measurement, Stage } from '../measurement.ts'
import { startBenchNode, type BenchNode } from '../node/bench-node.ts'
import { onEachDatabase, type DatabaseUnderBench } from '../node/databases.ts'
import { shakeHands, watchActive, type ActiveWatch } from '../node/shake-hands.ts'
import type { RelatedFigure } from '../result/figure.ts'
import { floorOf, floorRateOf, HANDSHAKE } from '../result/floor.ts'
import { figureOf, quantile } from '../result/statistics.ts'

interface Round {
  readonly perSecond: number
  readonly cpuMsEach: number
  readonly p50: number
  readonly p99: number
  /** Of A, right after the round. */
  readonly residentMb: number
}

interface Parties {
  readonly source: BenchNode
  readonly destination: BenchNode
  readonly watch: ActiveWatch
}

const IN_FLIGHT = [1, 8, 32]

async function runRound({ source, destination, watch }: Parties, count: number, inFlight: number): Promise<Round> {
  const usages = async () => {
    const [a, b] = await Promise.all([source.usage(), destination.usage()])
    return { cpuMs: a.cpuMs + b.cpuMs, residentMb: a.residentMb }
  }
  const before = await usages()
  const startedAt = performance.now()
  const all = Array.from({ length: count })
  const times = await eachInFlight(all, inFlight, () => shakeHands(source, destination, watch))
  const wallMs = performance.now() - startedAt
  const after = await usages()
  return {
    perSecond: (count * 1000) / wallMs,
    cpuMsEach: (after.cpuMs - before.cpuMs) / count,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    residentMb: after.residentMb,
  }
}

async function measureOn(database: DatabaseUnderBench, stage: Stage): Promise<RelatedFigure[]> {
  stage.progress(`handshakes on ${database.name}`)
  const source = await startBenchNode({ name: 'Company A', databaseUrl: await database.fresh() })
  const destination = await startBenchNode({ name: 'Company B', databaseUrl: await database.fresh() })
  const parties = { source, destination, watch: watchActive(source) }
  const floorRate = floorRateOf(HANDSHAKE, stage.raw)
  try {
    await runRound(parties, stage.quick ? 5 : 200, 8)
    const figures: RelatedFigure[] = []
    for (const inFlight of IN_FLIGHT) {
      const rounds: Round[] = []
      const count = stage.quick ? Math.max(4, inFlight) : 60 + 20 * inFlight
      for (let round = 0; round < (stage.quick ? 1 : 5); round += 1)
        rounds.push(await runRound(parties, count, inFlight))
      const floorOfAll = floorOf(HANDSHAKE, stage.raw, inFlight)
      const title = `${database.name}, ${inFlight} in flight`
      const perCpuSecond = rounds.map(({ cpuMsEach }) => 1000 / cpuMsEach)
      figures.push(
        figureOf(
          title,
          'per second',
          rounds.map(({ perSecond }) => perSecond),
          floorRate,
        ),
        figureOf(`${title}, both sides`, 'per CPU second', perCpuSecond, floorRate, {
          aim: { of: 'ratio', least: 0.16 },
        }),
        figureOf(
          `${title}, p50`,
          'ms',
          rounds.map(({ p50 }) => p50),
          floorOfAll,
        ),
        figureOf(
          `${title}, p99`,
          'ms',
          rounds.map(({ p99 }) => p99),
          floorOfAll,
          inFlight === 32 ? { aim: { of: 'ratio', most: 7 } } : {},
        ),
        figureOf(
          `${title}, resident memory of A`,
          'MB',
          rounds.map(({ residentMb }) => residentMb),
          stage.raw.emptyProcess.memory,
        ),
      )
    }
    return figures
  } finally {
    await Promise.all([source.stop(), destination.stop()])
  }
}

export const handshakes: Measurement = {
  name: 'handshakes',
  title: 'Full handshakes between two bridges, active at both',
  run: async (stage) => ({
    figures: (await onEachDatabase((database) => measureOn(database, stage))).flat(),
    notes: [
      'A handshake ends when the instance of A has learnt that the connection is active; B is active before that.',
      'The instances and the admins are this process, which shares the cores with both bridges; its CPU time is not counted.',
      'The PostgreSQL server is durable as in service (fsync on); its own CPU time is not counted.',
    ],
  }),
}
