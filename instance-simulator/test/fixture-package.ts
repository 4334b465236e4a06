import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cp, mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
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

async function sourceHash(): Promise<string> {
  const hash = createHash('sha256')
  const names = await readdir(fixtureSource, { recursive: true, withFileTypes: true })
  const files = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  for (const file of files.filter((name) => !/\/(dist|target)\//.test(name)).toSorted()) {
    hash.update(file.slice(fixtureSource.length)).update(await readFile(file))
  }
  return hash
    .update(await readFile(join(sdk, 'package.json')))
    .digest('hex')
    .slice(0, 16)
}

const exists = (path: string) => stat(path).then(Boolean, () => false)

/** Where the fixture was built: the working directory for `now-sdk install`. */
export async function buildFixture(): Promise<{ directory: string; zip: string }> {
  const directory = join(cache, await sourceHash())
  const zip = join(directory, 'target', 'x_acme_shelf_1_2_0.zip')
  const lock = `${directory}.lock`
  await mkdir(cache, { recursive: true })
  for (let waited = 0; !(await exists(zip)); waited += 1) {
    if (
      await mkdir(lock).then(
        () => true,
        () => false,
      )
    ) {
      try {
        await buildInto(directory)
      } finally {
        await rm(lock, { recursive: true, force: true })
      }
    } else if (waited > 600) throw new Error(`The fixture's lock ${lock} is older than a minute: remove it.`)
    else await sleep(100)
  }
  return { directory, zip }
}

/** Builds beside and renames, so that a killed run leaves no half-built cache. */
async function buildInto(directory: string): Promise<void> {
  const scratch = `${directory}.${process.pid}`
  await cp(fixtureSource, scratch, { recursive: true })
  await runNowSdk(['build', '--frozenKeys'], scratch)
  await runNowSdk(['pack'], scratch)
  await rm(directory, { recursive: true, force: true })
  await rename(scratch, directory)
}
