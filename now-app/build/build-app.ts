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

/**
 * Builds and packs the application with the real Now SDK, once per state of the sources. `keys: 'update'` gives new
 * records their ids in keys.ts; `'frozen'` fails when the committed file lacks one.
 */
export async function buildApp(keys: 'frozen' | 'update' = 'frozen'): Promise<BuiltApp> {
  await run(process.execPath, [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', join(root, 'shared')])
  const directory = join(CACHE, await hashOfSources())
  const zip = await zipBelow(directory)
  if (keys === 'frozen' && (await exists(zip))) return { directory, zip, fresh: false }

  const scratch = `${directory}.${process.pid}`
  try {
    await copySources(scratch)
    await nowSdk(scratch, 'build', ...(keys === 'frozen' ? ['--frozenKeys'] : []))
    await nowSdk(scratch, 'pack')
    if (keys === 'update') await cp(join(scratch, KEYS), join(root, KEYS))
    return await keep(scratch)
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}

/** Renames the finished build into the cache, so that a killed run leaves no half of one there. */
async function keep(scratch: string): Promise<BuiltApp> {
  const directory = join(CACHE, await hashOfSources())
  // Somebody may have built the same sources meanwhile: theirs is as good.
  if (!(await exists(directory))) await rename(scratch, directory)
  await dropOldBuilds()
  return { directory, zip: await zipBelow(directory), fresh: true }
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
