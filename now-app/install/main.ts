import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildApp, publish, publishApart } from '../build/build-app.ts'
import { configuredScope, requireScope } from '../build/scope.ts'
import { root } from '../build/sources.ts'
import { explainRefusal } from './explain-refusal.ts'

/**
 * `npm run install:app [-- --scope x_12345_accord]`: builds, and installs by `now-sdk install`, whose questions and answers
 * pass through; what it says of a refusal is translated. Ends with the installer's code.
 */
async function install(scope: string): Promise<number> {
  const built = await buildApp(scope)
  const isConfigured = scope === configuredScope(root)
  if (isConfigured) await publish(built)
  else await publishApart(built)
  const { code, output } = await runInstaller(isConfigured ? root : join(root, 'target', scope))
  const explained = explainRefusal(output, scope)
  if (explained !== undefined) process.stderr.write(`\n${explained}\n`)
  return explained === undefined ? code : code || 1
}

function runInstaller(directory: string): Promise<{ code: number; output: string }> {
  const program = join(root, 'node_modules', '@servicenow', 'sdk', 'bin', 'index.js')
  return new Promise((resolve, reject) => {
    const installer = spawn(process.execPath, [program, 'install'], {
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
