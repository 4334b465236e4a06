import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Builds the pages of the nodes' own consoles. Needs `shared` compiled, which the build of the app does. */
export async function buildConsole(): Promise<void> {
  await run('npm', ['run', '--silent', 'build', '--workspace', '@accord/console'], { maxBuffer: 64 * 1024 * 1024 })
}

/** Builds and packs the app with the real Now SDK; sources that were packed before are not built again. Returns what it did. */
export async function buildApp(): Promise<'built' | 'unchanged'> {
  const { stdout } = await run('npm', ['run', '--silent', 'build:app'], { maxBuffer: 64 * 1024 * 1024 })
  return stdout.startsWith('Unchanged') ? 'unchanged' : 'built'
}
