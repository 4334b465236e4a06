import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildApp, publish, publishApart } from '../build/build-app.ts'
import { configuredScope, requireScope } from '../build/scope.ts'
import { root } from '../build/sources.ts'
import { explainRefusal } from './explain-refusal.ts'
import { findLostLayouts } from './list-layouts.ts'

const PROGRAM = join(root, 'node_modules', '@servicenow', 'sdk', 'bin', 'index.js')

/**
 * `npm run install:app [-- --scope x_12345_accord]`: builds, and installs by `now-sdk install`, whose questions and answers
 * pass through; what it says of a refusal is translated, and what an instance loses without a word is asked for. Ends with
 * the installer's code, or 1 where something is missing.
 */
async function install(scope: string): Promise<number> {
  const built = await buildApp(scope)
  const isConfigured = scope === configuredScope(root)
  if (isConfigured) await publish(built)
  else await publishApart(built)
  const directory = isConfigured ? root : join(root, 'target', scope)
  const { code, output } = await runInstaller(directory)
  const explained = explainRefusal(output, scope) ?? (code === 0 ? await lostLayouts(directory) : undefined)
  if (explained !== undefined) process.stderr.write(`\n${explained}\n`)
  return explained === undefined ? code : code || 1
}

/** A question that the instance does not answer makes no installation fail. */
async function lostLayouts(directory: string): Promise<string | undefined> {
  try {
    return await findLostLayouts(directory, PROGRAM)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    process.stderr.write(
      `\nWhether the list layouts have arrived could not be asked: ${reason}\nLook at the list of Connections: it begins with name, state and side.\n`,
    )
    return undefined
  }
}

function runInstaller(directory: string): Promise<{ code: number; output: string }> {
  return new Promise((resolve, reject) => {
    const installer = spawn(process.execPath, [PROGRAM, 'install'], {
      cwd: directory,
      env: { ...process.env, NODE_OPTIONS: '' },
      stdio: ['inherit', 'pipe', 'pipe'],
    })
    let output = ''
    for (const [from, to] of [
      [installer.stdout, process.stdout],
      [installer.stderr, process.stderr],
    ] as const)
      // prettier-ignore
      from.on('data', (part: Buffer) => {
        output += part.toString()
        to.write(part)
      })
    installer.on('error', reject)
    installer.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

try {
  const { values } = parseArgs({ options: { scope: { type: 'string' } } })
  process.exitCode = await install(requireScope(values.scope ?? configuredScope(root)))
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
