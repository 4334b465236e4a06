import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cp, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)
const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
export const fixtureSource = join(root, 'instance-simulator', 'test', 'fixture-app')
const cache = join(root, '.cache', 'simulator-fixture')
const sdk = join(root, 'node_modules', '@servicenow', 'sdk')

/** The Now SDK's command line on this Node, as a process of its own. Rejects with what it printed when it fails. */
export async function runNowSdk(args: readonly string[], cwd: string, env: Readonly<Record<string, string>> = {}) {
  return run(process.execPath, [join(sdk, 'bin', 'index.js'), ...args], {
    cwd,
    env: { ...process.env, NODE_ENV: 'test', NODE_OPTIONS: '', ...env },
    maxBuffer: 32 * 1024 * 1024,
  })
}

async function hashOf(source: string): Promise<string> {
  const hash = createHash('sha256')
  const names = await readdir(source, { recursive: true, withFileTypes: true })
  const files = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  for (const file of files.filter((name) => !/\/(dist|target)\//.test(name)).toSorted()) {
    hash.update(file.slice(source.length)).update(await readFile(file))
  }
  return hash
    .update(await readFile(join(sdk, 'package.json')))
    .digest('hex')
    .slice(0, 16)
}

const exists = (path: string) => stat(path).then(Boolean, () => false)

/** Time for the hook of a test that may be the first to need the fixture: the build takes 10 s, and longer on a busy machine. */
export const fixtureTimeoutMs = 180_000

/** `directory` is the working directory for `now-sdk install`. */
export interface PackedApplication {
  readonly directory: string
  readonly zip: string
}

export const buildFixture = (): Promise<PackedApplication> => buildApplication(fixtureSource, 'x_acme_shelf_1_2_0.zip')

/** Built and packed by the Now SDK once per state of the sources. `packedName`: scope and version, as the SDK joins them. */
export async function buildApplication(source: string, packedName: string): Promise<PackedApplication> {
  const directory = join(cache, await hashOf(source))
  const zip = join(directory, 'target', packedName)
  const lock = `${directory}.lock`
  await mkdir(cache, { recursive: true })
  while (!(await exists(zip))) {
    if (await takeLock(lock)) {
      try {
        await buildInto(source, directory)
      } finally {
        await rm(lock, { force: true })
      }
    } else await sleep(100)
  }
  return { directory, zip }
}

/** Test workers start at once and one build is enough. A lock whose owner is dead is no lock. */
async function takeLock(lock: string): Promise<boolean> {
  try {
    await writeFile(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch {
    const owner = Number(await readFile(lock, 'utf8').catch(() => ''))
    if (owner > 0 && !isAlive(owner)) await rm(lock, { force: true })
    return false
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** Builds beside and renames, so that a killed run leaves no half-built cache. */
async function buildInto(source: string, directory: string): Promise<void> {
  const scratch = `${directory}.${process.pid}`
  await cp(source, scratch, { recursive: true })
  await runNowSdk(['build', '--frozenKeys'], scratch)
  await runNowSdk(['pack'], scratch)
  await rm(directory, { recursive: true, force: true })
  await rename(scratch, directory)
}
