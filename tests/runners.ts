import { readFileSync } from 'node:fs'

export interface Count {
  readonly passed: number
  readonly failed: number
}

/** One command of the test run. `report`: a JSON file the runner writes; without one the command itself is one test. */
export interface Runner {
  readonly name: string
  readonly command: readonly string[]
  readonly report?: { readonly file: string; readonly read: (json: unknown) => Count }
  readonly environment?: Readonly<Record<string, string>>
  /** It reads only: two that do so next to each other in the list run at the same time. */
  readonly reads?: true
}

interface JestReport {
  testResults: readonly { name: string; message: string; assertionResults: readonly unknown[] }[]
  numPassedTests: number
  numFailedTests: number
  numRuntimeErrorTestSuites: number
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number }
  errors: unknown[]
}

/** A suite that could not even load counts as one failure. */
export const readJest = (json: unknown): Count => {
  const report = json as JestReport
  return { passed: report.numPassedTests, failed: report.numFailedTests + report.numRuntimeErrorTestSuites }
}

/** A flaky story is a failed one, and so is a skipped one: the browser stories must not be skipped. */
const readPlaywright = (json: unknown): Count => {
  const { stats, errors } = json as PlaywrightReport
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped + errors.length }
}

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

/** What a runner that ended counts for. A runner that left no readable report has failed, whatever its exit code. */
export function countOf(runner: Runner, exitCode: number): Count {
  if (!runner.report) return exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
  try {
    const count = runner.report.read(JSON.parse(readFileSync(runner.report.file, 'utf8')))
    if (exitCode !== 0 && count.failed === 0) return { passed: count.passed, failed: 1 }
    return count
  } catch {
    return { passed: 0, failed: 1 }
  }
}

/**
 * Suites whose process the runtime itself ended by a failed check of its own (a trap, `jit_page.has_value()` when it was
 * seen; nodejs/node#64500 tells of a sibling). None of their tests has a result then. Who does it twice has failed.
 */
export function suitesEndedByRuntime(json: unknown): readonly string[] {
  const { testResults = [] } = json as Partial<JestReport>
  return testResults
    .filter(({ message, assertionResults }) => assertionResults.length === 0 && message.includes('signal=SIGTRAP'))
    .map(({ name }) => name)
}
