import { readFileSync } from 'node:fs'
import path from 'node:path'

export interface Count {
  readonly passed: number
  readonly failed: number
}

/** One command of the test run. `report`: a JSON file the runner writes; without one the command itself is one test. */
export interface Runner {
  readonly name: string
  readonly command: readonly string[]
  readonly report?: { readonly file: string; readonly read: (json: unknown) => Counts }
  readonly environment?: Readonly<Record<string, string>>
  /** It reads only: two that do so next to each other in the list run at the same time. */
  readonly reads?: true
}

export interface JestReport {
  testResults: readonly {
    name: string
    assertionResults: readonly { status: string; fullName?: string; failureMessages?: readonly string[] }[]
    status: string
    /** What went wrong with the suite, also where it could not load or its process was ended. */
    message?: string
    startTime: number
    endTime: number
  }[]
}

interface PlaywrightSuite {
  readonly specs?: readonly { readonly file: string; readonly tests: readonly { readonly status: string }[] }[]
  readonly suites?: readonly PlaywrightSuite[]
}

interface PlaywrightReport {
  suites: readonly PlaywrightSuite[]
  errors: readonly unknown[]
}

/** Of a report, what each file counts for. What belongs to no file stands under an empty name. */
export type Counts = ReadonlyMap<string, Count>

/** A suite that could not even load, or whose process was ended, counts as one failure. */
export const readJest = (json: unknown): Counts =>
  new Map(
    (json as JestReport).testResults.map(({ name, status, assertionResults }) => {
      const passed = assertionResults.filter((one) => one.status === 'passed').length
      const failed = assertionResults.filter((one) => one.status === 'failed').length
      return [name, { passed, failed: failed === 0 && status === 'failed' ? 1 : failed }]
    }),
  )

const COLOURS = new RegExp(String.raw`\u001b\[\d+m`, 'g')
const firstLineOf = (text: string) =>
  text
    .replaceAll(COLOURS, '')
    .split('\n')
    .map((line) => line.trim())
    .find((line) => line !== '' && !line.startsWith('●'))
    ?.slice(0, 200)

/** One line for each test that failed: of a run of half an hour only the last lines may be kept. */
export const failuresOf = ({ testResults }: JestReport): readonly string[] =>
  testResults.flatMap(({ name, status, assertionResults, message = '' }) => {
    const failed = assertionResults.filter((one) => one.status === 'failed')
    const file = path.relative('.', name)
    if (failed.length === 0) return status === 'failed' ? [`${file}: ${firstLineOf(message)}`] : []
    return failed.map(({ fullName, failureMessages: [why = ''] = [] }) => `${file}: ${fullName}: ${firstLineOf(why)}`)
  })

/** The files that took longest, in seconds: where a run that grows too long is shortened first. */
export const slowestOf = ({ testResults }: JestReport, count: number): readonly string[] =>
  testResults
    .map(({ name, startTime, endTime }) => ({ name: path.relative('.', name), seconds: (endTime - startTime) / 1000 }))
    .toSorted((a, b) => b.seconds - a.seconds)
    .slice(0, count)
    .map(({ name, seconds }) => `${Math.round(seconds)} s ${name}`)

/** A skipped story is a failed one: the browser stories must not be skipped. */
export function readPlaywright(json: unknown): Counts {
  const counts = new Map<string, Count>()
  const add = (file: string, { passed, failed }: Count) => {
    const before = counts.get(file) ?? { passed: 0, failed: 0 }
    counts.set(file, { passed: before.passed + passed, failed: before.failed + failed })
  }
  const visit = ({ specs = [], suites = [] }: PlaywrightSuite) => {
    for (const { file, tests } of specs)
      for (const { status } of tests)
        add(file, status === 'expected' ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 })
    suites.forEach(visit)
  }
  const { suites, errors } = json as PlaywrightReport
  suites.forEach(visit)
  if (errors.length > 0) add('', { passed: 0, failed: errors.length })
  return counts
}

export const sumOf = (counts: Counts): Count =>
  [...counts.values()].reduce(
    (sum, { passed, failed }) => ({ passed: sum.passed + passed, failed: sum.failed + failed }),
    {
      passed: 0,
      failed: 0,
    },
  )

export const RUNNERS: readonly Runner[] = [
  { name: 'build shared', command: ['tsc', '-p', 'shared'] },
  { name: 'types', command: ['tsc', '-p', '.'], reads: true },
  { name: 'types of the app', command: ['tsc', '-p', 'now-app', '--noEmit'], reads: true },
  { name: "types of the app's scripts", command: ['tsc', '-p', 'now-app/src/server'], reads: true },
  { name: 'types of the pages', command: ['tsc', '-p', 'console/src'], reads: true },
  { name: "types of the pages' tests", command: ['tsc', '-p', 'console/test'], reads: true },
  { name: 'lint', command: ['oxlint', '--deny-warnings'], reads: true },
  { name: 'format', command: ['prettier', '--check', '--log-level', 'warn', '.'], reads: true },
  { name: 'build the app', command: ['npm', 'run', '--silent', 'build:app'] },
  { name: 'build the console', command: ['npm', 'run', '--silent', 'build:console'] },
  { name: 'check the built app', command: ['npm', 'run', '--silent', 'check:app'] },
  {
    // Most suites wait for more than half of their time: twice as many as there are cores.
    name: 'jest',
    command: ['jest', '--json', '--outputFile=test-results/jest.json', '--maxWorkers=4'],
    report: { file: 'test-results/jest.json', read: readJest },
    environment: { NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning' },
  },
  {
    name: 'faults on three replicas',
    command: ['jest', 'node-bridge/test/faults', '--json', '--outputFile=test-results/replicas.json', '--maxWorkers=4'],
    report: { file: 'test-results/replicas.json', read: readJest },
    environment: {
      NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning',
      ACCORD_TEST_REPLICAS: '3',
    },
  },
  {
    name: 'browser stories',
    command: ['playwright', 'test', '--config', 'tests/browser/playwright.config.ts'],
    report: { file: 'test-results/playwright.json', read: readPlaywright },
  },
  {
    name: "the simulator's examples",
    command: ['playwright', 'test', '--config', 'instance-simulator/examples/playwright.config.ts'],
    report: { file: 'test-results/examples.json', read: readPlaywright },
  },
]

const ONE_FAILURE: Counts = new Map([['', { passed: 0, failed: 1 }]])

/** What a runner that ended counts for. A runner that left no readable report has failed, whatever its exit code. */
export function countsOf(runner: Runner, exitCode: number): Counts {
  if (!runner.report) return exitCode === 0 ? new Map([['', { passed: 1, failed: 0 }]]) : ONE_FAILURE
  try {
    const counts = runner.report.read(JSON.parse(readFileSync(runner.report.file, 'utf8')))
    return exitCode !== 0 && sumOf(counts).failed === 0 ? new Map([...counts, ...ONE_FAILURE]) : counts
  } catch {
    return ONE_FAILURE
  }
}

/** More files than these do not fail by chance: three, or one in a hundred. */
const byChance = (files: number) => Math.max(3, Math.floor(files / 100))

/**
 * The files that run once more, alone: of some thousand tests of real processes on a machine that does other things, one
 * may be the one that waited too long. What fails alone has failed; what passes then is named in the last lines.
 */
export function filesToRepeat(counts: Counts): readonly string[] {
  const failed = [...counts].filter(([, count]) => count.failed > 0).map(([file]) => file)
  return failed.includes('') || failed.length > byChance(counts.size) ? [] : failed
}

/** The same runner for some files, one at a time, with a report of its own. */
export function repeatOf(runner: Runner & Required<Pick<Runner, 'report'>>, files: readonly string[]): Runner {
  const { report } = runner
  const file = report.file.replace(/\.json$/, '-again.json')
  const command = runner.command
    .filter((part) => !part.startsWith('node-bridge/'))
    .map((part) => part.replace(report.file, file).replace(/^--maxWorkers=\d+$/, '--maxWorkers=1'))
  return {
    ...runner,
    command: [...command, ...files],
    report: { ...report, file },
    environment: { ...runner.environment, STORIES_REPORT: file },
  }
}
