import { eachInFlight } from '../load/in-flight.ts'
import type { Measurement } from '../measurement.ts'
import { startBenchNode, type BenchNode } from '../node/bench-node.ts'
import { onEachDatabase } from '../node/databases.ts'
import { shakeHands, watchActive } from '../node/shake-hands.ts'
import type { RelatedFigure } from '../result/figure.ts'
import { STATEMENTS_OF_A_SIDE } from '../result/floor.ts'
import { figureOf } from '../result/statistics.ts'

const IN_FLIGHT = [1, 8]

type Counts = Readonly<Record<string, number>>

const since = (before: Counts, after: Counts): Counts =>
  Object.fromEntries(Object.entries(after).map(([text, count]) => [text, count - (before[text] ?? 0)]))

const sum = (counts: Counts): number => Object.values(counts).reduce((all, count) => all + count, 0)

/** For whoever looks for what to remove: BENCH_SHOW_STATEMENTS=yes. */
function show(name: string, counts: Counts, handshakes: number): void {
  if (!process.env['BENCH_SHOW_STATEMENTS']) return
  const lines = Object.entries(counts)
    .toSorted(([, one], [, other]) => other - one)
    .map(([text, count]) => `${(count / handshakes).toFixed(2)}  ${text.slice(0, 200)}`)
  process.stderr.write(`${name}\n${lines.join('\n')}\n`)
}

export const statements: Measurement = {
  name: 'statements',
  title: 'SQL statements per handshake, begin and commit among them',
  run: async ({ quick }) => {
    const figures = await onEachDatabase(async (database) => {
      const start = async (name: string) =>
        startBenchNode({ name, databaseUrl: await database.fresh(), countStatements: true })
      const source = await start('Company A')
      const destination = await start('Company B')
      const watch = watchActive(source)
      const countOf = async ({ usage }: BenchNode) => (await usage()).statements
      try {
        const counted: RelatedFigure[] = []
        for (const inFlight of IN_FLIGHT) {
          const handshakes = quick ? 10 : 50
          const before = [await countOf(source), await countOf(destination)] as const
          await eachInFlight(Array.from({ length: handshakes }), inFlight, () => shakeHands(source, destination, watch))
          for (const [side, node, index] of [
            ['A', source, 0],
            ['B', destination, 1],
          ] as const) {
            const counts = since(before[index], await countOf(node))
            show(`${database.name} ${inFlight} ${side}`, counts, handshakes)
            counted.push(
              figureOf(
                `${database.name}, ${inFlight} in flight, at ${side}`,
                'count',
                [sum(counts) / handshakes],
                STATEMENTS_OF_A_SIDE,
              ),
            )
          }
        }
        return counted
      } finally {
        await Promise.all([source.stop(), destination.stop()])
      }
    })
    return {
      figures: figures.flat(),
      notes: [
        'What looks for work by a clock is counted, too.',
        'Four durable steps: a begin, a write and a commit each, the least that a side has to do.',
      ],
    }
  },
}
