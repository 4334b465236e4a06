/** `npm run bench`: what Accord costs on this machine, beside what the machine can do at all. */
import { readFileSync, writeFileSync } from 'node:fs'

import { formatDocument } from '../scripts/format-document.ts'
import type { Measurement, Stage } from './measurement.ts'
import { changeFloor } from './measurements/change-floor.ts'
import { growth } from './measurements/growth.ts'
import { handshakes } from './measurements/handshakes.ts'
import { inInstance } from './measurements/in-instance.ts'
import { peers } from './measurements/peers.ts'
import { profile } from './measurements/profile.ts'
import { quarantine } from './measurements/quarantine.ts'
import { race } from './measurements/race.ts'
import { language } from './measurements/language.ts'
import { measureRawLimit } from './measurements/raw-limit.ts'
import { redeem } from './measurements/redeem.ts'
import { refusals } from './measurements/refusals.ts'
import { sandbox } from './measurements/sandbox.ts'
import { signedCalls } from './measurements/signed-calls.ts'
import { statements } from './measurements/statements.ts'
import { simulator } from './measurements/simulator.ts'
import { start } from './measurements/start.ts'
import { sync } from './measurements/sync.ts'
import { syncBackfill } from './measurements/sync-backfill.ts'
import { syncGrowth } from './measurements/sync-growth.ts'
import { syncIdle } from './measurements/sync-idle.ts'
import { syncInstances } from './measurements/sync-instances.ts'
import { syncOutage } from './measurements/sync-outage.ts'
import { syncProfile } from './measurements/sync-profile.ts'
import { HELP, readOptions, type BenchOptions } from './options.ts'
import { placeFigures } from './render/markdown.ts'
import { renderPlot } from './render/plot.ts'
import { renderTable } from './render/table.ts'
import type { Measured, Section } from './result/figure.ts'
import { describeMachine, isBusy } from './result/machine.ts'

const MEASUREMENTS: readonly Measurement[] = [
  handshakes,
  statements,
  redeem,
  race,
  signedCalls,
  refusals,
  profile,
  growth,
  start,
  inInstance,
  changeFloor,
  sync,
  syncInstances,
  syncProfile,
  syncGrowth,
  syncBackfill,
  syncOutage,
  syncIdle,
  sandbox,
  language,
  quarantine,
  simulator,
  peers,
]
const DOCUMENT = new URL('../docs/performance.md', import.meta.url)
const RAW = { name: 'raw-limit', title: 'What this machine can do at all' }

const say = (text: string) => void process.stdout.write(`${text}\n`)
const progress = (text: string) => void process.stderr.write(`… ${text}\n`)

function show(section: Section): void {
  say(`\n${renderTable(section)}`)
  for (const unit of ['per second', 'per CPU second'] as const) {
    const plot = renderPlot(section.figures, unit)
    if (plot) say(`\n${plot}`)
  }
}

/** What failed is said in its own place, and takes nothing of the others with it. */
function failed(error: unknown): Measured {
  process.exitCode = 1
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  return {
    figures: [],
    notes: [`This measurement failed: ${error instanceof Error ? error.message.split('\n', 1)[0] : 'see above'}`],
  }
}

async function run({ json, quick, long, only, writeDocs }: BenchOptions): Promise<void> {
  const machine = describeMachine()
  const caution = quick ? 'A quick run: these figures say nothing.' : undefined
  const busy = isBusy(machine) ? 'Other work runs on this machine: these figures say little.' : undefined
  const warnings = [caution, busy].flatMap((warning) => warning ?? [])
  if (!json)
    say([`${machine.processor}, ${machine.cores} cores, Node ${machine.node}, ${machine.at}`, ...warnings].join('\n'))
  progress(RAW.name)
  const raw = await measureRawLimit({ quick })
  const sections: Section[] = [
    { ...RAW, figures: raw.figures, notes: ['Loopback, 32 in flight, bodies of about 2 KB.'] },
  ]
  const stage: Stage = { quick, long, raw, progress }
  if (!json) sections.forEach(show)
  for (const { name, title, run: measure } of MEASUREMENTS) {
    if (only.length > 0 && !only.includes(name)) continue
    progress(`${name} (${Math.round(performance.now() / 1000)} s since the begin)`)
    const section = { name, title, ...(await measure(stage).catch(failed)) }
    sections.push(section)
    if (!json) show(section)
  }
  if (writeDocs) {
    const order = [RAW, ...MEASUREMENTS].map(({ title }) => title)
    const placed = placeFigures(readFileSync(DOCUMENT, 'utf8'), { machine, warnings, sections }, order)
    writeFileSync(DOCUMENT, await formatDocument(DOCUMENT, placed))
  }
  if (json) say(JSON.stringify({ machine, warnings, options: { quick, long, only }, sections }, null, 2))
}

// Ending by a signal runs the exit handlers, which take the processes of the bench along.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))

try {
  const options = readOptions(process.argv.slice(2), [RAW.name, ...MEASUREMENTS.map(({ name }) => name)])
  if (options === 'help') say(HELP)
  else await run(options)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  process.exitCode = 1
}
