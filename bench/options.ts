import { parseArgs } from 'node:util'

export interface BenchOptions {
  readonly json: boolean
  /** A few seconds in all: shows that the harness works. Its figures say nothing. */
  readonly quick: boolean
  /** Adds what takes many minutes: a million connections or pairs, 100,000 old records, a weekend of changes. */
  readonly long: boolean
  /** Puts the figures of this run into docs/performance.md. */
  readonly writeDocs: boolean
  /** Names of measurements; empty for all. The raw limit is always measured, since the others are shown as ratios to it. */
  readonly only: readonly string[]
}

export const HELP = `npm run bench -- [options]

Measures Accord on this machine and tells each figure beside what the machine can do at all.

  --only NAME   one measurement; may be given several times (raw-limit, handshakes, statements, redeem, race,
                signed-calls, refusals, profile, growth, start, in-instance, change-floor, sync,
                sync-instances, sync-profile, sync-growth, sync-backfill, sync-outage, sync-idle, sandbox,
                language, quarantine, simulator, peers)
  --quick       small counts, a smoke run of the harness; its figures say nothing
  --long        growth with a million connections and pairs, a backfill of 100,000, a weekend of 50,000 changes
  --json        the result as JSON on standard output
  --write-docs  also puts the figures into docs/performance.md, in the place of those before; what --only leaves out
                keeps its figures there, with their date
  --help        this text
`

/** Command line → options. Throws a sentence that names what is wrong. */
export function readOptions(argv: readonly string[], known: readonly string[]): BenchOptions | 'help' {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      'write-docs': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      quick: { type: 'boolean', default: false },
      long: { type: 'boolean', default: false },
      only: { type: 'string', multiple: true, default: [] },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return 'help'
  const stranger = values.only.find((name) => !known.includes(name))
  if (stranger !== undefined) throw new Error(`There is no measurement ${stranger}. There are: ${known.join(', ')}`)
  const { json, quick, long, only } = values
  return { json, quick, long, only, writeDocs: values['write-docs'] }
}
