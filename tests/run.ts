/** `npm test`: every runner in turn, then one line over all of them. `npm test -- jest lint` runs only those. */
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { RUNNERS, countOf, readJest, suitesEndedByRuntime, type Count, type Runner } from './runners.ts'

const write = (text: string) => process.stdout.write(`${text}\n`)

/** The runs start hundreds of processes of the same code. */
const COMPILED_CODE = resolve('.cache/compiled-code')

function run(runner: Runner): Promise<number> {
  const [program = '', ...parameters] = runner.command
  return new Promise((end) => {
    const child = spawn(program, parameters, {
      stdio: 'inherit',
      env: { ...process.env, NODE_ENV: 'test', NODE_COMPILE_CACHE: COMPILED_CODE, ...runner.environment },
    })
    child.on('error', () => end(127))
    child.on('close', (code) => end(code ?? 1))
  })
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

const total: { passed: number; failed: number } = { passed: 0, failed: 0 }
const summary: string[] = []
for (const runner of RUNNERS) {
  if (wanted.length > 0 && !wanted.includes(runner.name)) continue
  write(`\n── ${runner.name} ──`)
  const startedAt = Date.now()
  const count = await runAndCount(runner)
  total.passed += count.passed
  total.failed += count.failed
  summary.push(
    `${runner.name}: ${count.passed} passed, ${count.failed} failed (${Math.round((Date.now() - startedAt) / 1000)} s)`,
  )
}

write(`\n${summary.map((line) => `  ${line}`).join('\n')}\n`)
write(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1
