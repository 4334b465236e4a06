/** `npm test`: every runner in turn, then one line over all of them. `npm test -- jest lint` runs only those. */
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { resolve } from 'node:path'
import { type PostgresServer, startOwnServer } from '../node-bridge/test/postgres.ts'
import { makeMemoryFolder } from './memory-folder.ts'
import { RUNNERS, countOf, readJest, suitesEndedByRuntime, type Count, type Runner } from './runners.ts'

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

/** Without a readable report there is nothing to run again; `countOf` has counted that as a failure. */
function endedSuitesOf(reportFile: string): readonly string[] {
  try {
    return suitesEndedByRuntime(JSON.parse(readFileSync(reportFile, 'utf8')))
  } catch {
    return []
  }
}

/** Suites without any result because the runtime ended their process run once more, and that is said. */
async function runAndCount(runner: Runner): Promise<Count> {
  const count = countOf(runner, await run(runner))
  if (count.failed === 0 || runner.report?.read !== readJest) return count
  const ended = endedSuitesOf(runner.report.file)
  if (ended.length === 0) return count
  write(`V8 ended the process of ${ended.join(', ')} by a failed check of its own. Once more:`)
  const flags = runner.command.filter((part, at) => at === 0 || part.startsWith('--'))
  const second = { ...runner, command: [...flags, ...ended] }
  const again = countOf(second, await run(second))
  return { passed: count.passed + again.passed, failed: count.failed - ended.length + again.failed }
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
  const count = await runAndCount(runner)
  total.passed += count.passed
  total.failed += count.failed
  const line = `${runner.name}: ${count.passed} passed, ${count.failed} failed (${Math.round((Date.now() - startedAt) / 1000)} s)`
  summary.push(line)
  if (runner.reads) write(`── ${line} ──`)
  if (runner.reads && left[0]?.reads) await runNext()
}

while (left.length > 0) await Promise.all(left[0]?.reads && left[1]?.reads ? [runNext(), runNext()] : [runNext()])

write(`\n${summary.map((line) => `  ${line}`).join('\n')}\n`)
write(`${total.passed} passed, ${total.failed} failed`)
await postgres?.stop()
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1
