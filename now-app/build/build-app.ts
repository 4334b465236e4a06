import { execFile } from 'node:child_process'
import { cp, mkdir, readFile, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { nowSdk } from './now-sdk.ts'
import { copySources, hashOfSources, root } from './sources.ts'

const run = promisify(execFile)
const CACHE = join(root, '.cache', 'app')
const KEYS = join('now-app', 'src', 'fluent', 'generated', 'keys.ts')
const KEPT_BUILDS = 3

export interface BuiltApp {
  /** A directory from which `now-sdk install` can deploy. */
  readonly directory: string
  readonly zip: string
  /** False when the same sources had been packed before. */
  readonly fresh: boolean
}

const exists = (path: string) => stat(path).then(Boolean, () => false)

async function zipBelow(directory: string): Promise<string> {
  const { name, version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as Record<string, string>
  return join(directory, 'now-app', 'target', `${name}_${version?.replaceAll('.', '_')}.zip`)
}

/** Builds and packs the application with the real Now SDK, once per state of the sources. */
export async function buildApp(): Promise<BuiltApp> {
  await run(process.execPath, [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', join(root, 'shared')])
  const hash = await hashOfSources()
  const directory = join(CACHE, hash)
  const zip = await zipBelow(directory)
  if (await exists(zip)) return { directory, zip, fresh: false }

  const scratch = `${directory}.${process.pid}`
  try {
    await copySources(scratch)
    // Edited between reading and copying: the copy is of other sources than the hash.
    if ((await hashOfSources()) !== hash) return await buildApp()
    await nowSdk(scratch, 'build', '--frozenKeys')
    await nowSdk(scratch, 'pack')
    // A rename, so that a killed run leaves no half of a build. Who was faster has built the same.
    if (!(await exists(directory))) await rename(scratch, directory)
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
  await dropOldBuilds()
  return { directory, zip, fresh: true }
}

/** Gives new records of the application their ids in keys.ts, which is to be committed; `buildApp` fails without them. */
export async function updateKeys(): Promise<void> {
  const scratch = join(CACHE, `keys.${process.pid}`)
  try {
    await copySources(scratch)
    await nowSdk(scratch, 'build')
    await cp(join(scratch, KEYS), join(root, KEYS))
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}

async function dropOldBuilds(): Promise<void> {
  const names = (await readdir(CACHE)).filter((name) => /^[0-9a-f]{16}$/.test(name))
  const dated = await Promise.all(names.map(async (name) => ({ name, at: (await stat(join(CACHE, name))).mtimeMs })))
  for (const { name } of dated.toSorted((a, b) => b.at - a.at).slice(KEPT_BUILDS))
    await rm(join(CACHE, name), { recursive: true, force: true })
}

/** Where everybody finds the packed application: the demo, the check, a person. */
export const packagePath = join(root, 'target', 'accord.zip')

/** Puts the built package there, and where the SDK's configuration says, for `now-sdk install` in the root. */
export async function publish(built: BuiltApp): Promise<void> {
  await rm(join(root, 'now-app/dist/app'), { recursive: true, force: true })
  await cp(join(built.directory, 'now-app/dist/app'), join(root, 'now-app/dist/app'), { recursive: true })
  await mkdir(dirname(packagePath), { recursive: true })
  await cp(built.zip, `${packagePath}.new`)
  await rename(`${packagePath}.new`, packagePath)
}
