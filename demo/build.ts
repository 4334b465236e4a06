import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { filesBelow, root } from '../now-app/build/sources.ts'

const run = promisify(execFile)
const PAGE = join(root, 'console/dist/index.html')
const SOURCES = ['console/src', 'console/vite.config.ts', 'console/package.json', 'shared/src', 'package-lock.json']
const BUILT_FROM = join(root, '.cache/console-built-from.json')

/**
 * Builds the pages of the nodes' own consoles. Needs `shared` compiled. A build takes those of before away, and a node
 * that starts in that moment has none: sources that were built before are not built again.
 */
export async function buildConsole(): Promise<'built' | 'unchanged'> {
  if (JSON.stringify(await stateNow()) === (await readFile(BUILT_FROM, 'utf8').catch(() => ''))) return 'unchanged'
  await run('npm', ['run', '--silent', 'build', '--workspace', '@accord/console'], { maxBuffer: 64 * 1024 * 1024 })
  await mkdir(dirname(BUILT_FROM), { recursive: true })
  await writeFile(BUILT_FROM, JSON.stringify(await stateNow()))
  return 'built'
}

/** The sources, and the pages that are there: another build replaces those. */
async function stateNow() {
  const hash = createHash('sha256')
  for (const source of SOURCES)
    for (const file of (await filesBelow(join(root, source))).toSorted())
      hash
        .update(file.slice(root.length))
        .update('\0')
        .update(await readFile(file))
        .update('\0')
  const pages = await stat(PAGE).catch(() => undefined)
  return { sources: hash.digest('hex'), pagesAt: pages?.mtimeMs ?? null }
}

/** Builds and packs the app with the real Now SDK; sources that were packed before are not built again. Returns what it did. */
export async function buildApp(): Promise<'built' | 'unchanged'> {
  const { stdout } = await run('npm', ['run', '--silent', 'build:app'], { maxBuffer: 64 * 1024 * 1024 })
  return stdout.startsWith('Unchanged') ? 'unchanged' : 'built'
}
