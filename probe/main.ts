import { HELP, ProbeError, readOptions, type Options } from './options.ts'
import { describeEnd, describeInstance, describePlan, describeRow } from './report.ts'
import { runProbe, type Report } from './run.ts'

const say = (text: string) => void process.stdout.write(text)
const warn = (text: string) => void process.stderr.write(text)

/** Ctrl-C once: nothing more is asked, what was made is removed. */
function breakOff(): AbortSignal {
  const controller = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      warn(controller.signal.aborted ? 'Still removing …\n' : '\nBroken off: removing what was made …\n')
      controller.abort(new Error('broken off'))
    })
  return controller.signal
}

async function probe(options: Options): Promise<Report> {
  const tell = options.json ? () => undefined : say
  const report = await runProbe(options, breakOff(), {
    began: (facts, leftOvers) => {
      tell(describeInstance(facts))
      if (leftOvers.length > 0)
        warn(
          `${options.dryRun ? 'Would remove' : 'Removed'} what an earlier run left:\n    ${leftOvers.join('\n    ')}\n`,
        )
      if (options.dryRun) tell(`It would make, and remove again:\n${describePlan(options.only)}`)
      else tell('\n')
    },
    settled: (result) => tell(describeRow(result)),
  })
  if (options.json) say(`${JSON.stringify(report, undefined, 2)}\n`)
  else if (!options.dryRun) tell(describeEnd(report))
  return report
}

const exitCodeOf = ({ rows, kept, wasBrokenOff }: Report): number => {
  if (kept.length > 0 || wasBrokenOff) return 2
  return rows.some(({ outcome }) => outcome === 'refuted') ? 1 : 0
}

try {
  const options = readOptions(process.argv.slice(2), process.env)
  if (options === undefined) say(HELP)
  else process.exitCode = exitCodeOf(await probe(options))
} catch (error) {
  warn(`${error instanceof ProbeError ? error.message : `The probe broke: ${String(error)}`}\n`)
  process.exitCode = 2
}
