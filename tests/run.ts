/** `npm test`: every runner in turn, then one line over all of them. `npm test -- jest lint` runs only those. */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { relative, resolve } from 'node:path'
import { type PostgresServer, startOwnServer } from '../node-bridge/test/postgres.ts'
import { makeMemoryFolder } from './memory-folder.ts'
import {
  countsOf,
  type Counts,
  failuresOf,
  filesToRepeat,
  type JestReport,
  readJest,
  repeatOf,
  RUNNERS,
  type Runner,
  slowestOf,
  sumOf,
} from './runners.ts'

const write = (text: string) => process.stdout.write(`${text}\n`)

/** Of all nodes that run at the same time. */
const CONNECTIONS = 1000

const environment: Record<string, string | undefined> = {
  ...process.env,
  NODE_ENV: 'test',
  // The runs start hundreds of processes of the same code.
  NODE_COMPILE_CACHE: resolve('.cache/compiled-code'),
}

/** What a runner says is seen as it comes, or at once at its end where another one runs beside it. */
function run({ command, environment: own, reads }: Runner): Promise<number> {
  const [program = '', ...parameters] = command
  return new Promise((end) => {
    const child = spawn(program, parameters, {
      stdio: reads ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      env: { ...environment, ...own },
    })
    let said = ''
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => void (said += text))
    child.on('error', () => end(127))
    child.on('close', (code) => {
      if (said !== '') process.stdout.write(said)
      end(code ?? 1)
    })
  })
}

/** Temporary files in memory, and one PostgreSQL for all suites: those that need one say what is missing without it. */
async function prepareMachine(): Promise<PostgresServer | undefined> {
  const folder = makeMemoryFolder()
  if (folder) process.env['TMPDIR'] = environment['TMPDIR'] = folder
  write(`Temporary files: ${tmpdir()}${folder ? ', in memory' : ', on the disk'}.`)
  if (environment['ACCORD_TEST_DATABASE_URL']) return undefined
  try {
    const server = await startOwnServer({ connections: CONNECTIONS })
    environment['ACCORD_TEST_DATABASE_URL'] = server.url
    return server
  } catch (error) {
    write(String(error))
    return undefined
  }
}

/** What failed at first and passed alone: it is seen in the last lines, since it is worth a look. */
const atSecondTry: string[] = []
/** Each failure by name and reason, for the last lines, too. */
const failures: string[] = []

async function runAndCount(runner: Runner): Promise<Counts> {
  const counts = countsOf(runner, await run(runner))
  const { report } = runner
  if (report?.read === readJest) tellOf(report.file)
  const files = filesToRepeat(counts)
  if (!report || files.length === 0) return counts
  write(`\n── ${runner.name}: ${files.join(', ')} once more, alone ──`)
  const second = repeatOf({ ...runner, report }, files)
  const again = countsOf(second, await run(second))
  if (sumOf(again).failed === 0) atSecondTry.push(...files.map((file) => `${runner.name}: ${relative('.', file)}`))
  return new Map([...counts].filter(([file]) => !files.includes(file)).concat([...again]))
}

function tellOf(file: string): void {
  if (!existsSync(file)) return
  const report = JSON.parse(readFileSync(file, 'utf8')) as JestReport
  failures.push(...failuresOf(report))
  const slowest = slowestOf(report, 15)
  write(`\nThe slowest files:\n${slowest.map((line) => `  ${line}`).join('\n')}`)
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !RUNNERS.some((runner) => runner.name === name))
if (unknown.length > 0) {
  write(`No runner is called ${unknown.join(', ')}. There are: ${RUNNERS.map((runner) => runner.name).join(', ')}.`)
  process.exit(2)
}

rmSync('test-results', { recursive: true, force: true })
mkdirSync('test-results', { recursive: true })
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
const chosen = RUNNERS.filter(({ name }) => wanted.length === 0 || wanted.includes(name))
const postgres = chosen.some(({ report }) => report?.read === readJest) ? await prepareMachine() : undefined

const total: { passed: number; failed: number } = { passed: 0, failed: 0 }
const summary: string[] = []
const left = [...chosen]

async function runNext(): Promise<void> {
  const runner = left.shift()
  if (!runner) return
  const startedAt = Date.now()
  if (!runner.reads) write(`\n── ${runner.name} ──`)
  const count = sumOf(await runAndCount(runner))
  total.passed += count.passed
  total.failed += count.failed
  const line = `${runner.name}: ${count.passed} passed, ${count.failed} failed (${Math.round((Date.now() - startedAt) / 1000)} s)`
  summary.push(line)
  if (runner.reads) write(`── ${line} ──`)
  if (runner.reads && left[0]?.reads) await runNext()
}

while (left.length > 0) await Promise.all(left[0]?.reads && left[1]?.reads ? [runNext(), runNext()] : [runNext()])

write(`\n${summary.map((line) => `  ${line}`).join('\n')}\n`)
for (const what of failures) write(`  failed: ${what}`)
for (const what of atSecondTry) write(`  failed, and passed at the second try, alone: ${what}`)
write(`${total.passed} passed, ${total.failed} failed`)
await postgres?.stop()
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1
