import { execFile } from 'node:child_process'
import { cp, mkdir, readFile, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { KeysOutOfDate, nowSdk } from './now-sdk.ts'
import { newChunks, replaceIds } from './chunk-ids.ts'
import { configuredScope, DEFAULT_SCOPE, idOf } from './scope.ts'
import { writeListRoots } from './list-roots.ts'
import { writeForOlderEngines } from './older-engines.ts'
import { copySources, hashOfSources, root } from './sources.ts'

const run = promisify(execFile)
const CACHE = join(root, '.cache', 'app')
const KEYS = join('now-app', 'src', 'fluent', 'generated', 'keys.ts')
/** Of each state of the sources two scopes are built: the vendor's, and another in the tests. */
const KEPT_BUILDS = 6

export interface BuiltApp {
  readonly scope: string
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

const compileShared = () =>
  run(process.execPath, [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', join(root, 'shared')])

/** Builds and packs the application with the real Now SDK, once per state of the sources and scope. */
export async function buildApp(scope = configuredScope(root)): Promise<BuiltApp> {
  await compileShared()
  const hash = await hashOfSources(scope)
  const directory = join(CACHE, hash)
  const zip = await zipBelow(directory)
  if (await exists(zip)) return { scope, directory, zip, fresh: false }

  const scratch = `${directory}.${process.pid}`
  try {
    await copySources(scratch, scope)
    // Edited between reading and copying: the copy is of other sources than the hash.
    if ((await hashOfSources(scope)) !== hash) return await buildApp(scope)
    await compile(scratch, scope)
    await nowSdk(scratch, 'pack')
    // A rename, so that a killed run leaves no half of a build. Who was faster has built the same.
    if (!(await exists(directory))) await rename(scratch, directory)
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
  await dropOldBuilds()
  return { scope, directory, zip, fresh: true }
}

/**
 * Every record has the id of keys.ts. Parts of the page that it does not know, since their names follow from what they hold, have one
 * that follows from scope and name. So two builds are the same.
 */
async function compile(directory: string, scope: string): Promise<void> {
  const output = join(directory, 'now-app/dist/app')
  if (scope !== DEFAULT_SCOPE || !(await buildWithKnownIds(directory))) {
    const before = await readFile(join(directory, KEYS), 'utf8')
    await nowSdk(directory, 'build')
    const made = newChunks(before, await readFile(join(directory, KEYS), 'utf8'))
    await replaceIds(output, new Map([...made].map(([id, name]) => [id, idOf(scope, name)])))
  }
  await writeForOlderEngines(output)
  await writeListRoots(output)
}

/** False where a record has no id in keys.ts. */
const buildWithKnownIds = (directory: string): Promise<boolean> =>
  nowSdk(directory, 'build', '--frozenKeys').then(
    () => true,
    (error: unknown) => {
      if (error instanceof KeysOutOfDate) return false
      throw error
    },
  )

/** Gives new records of the application their ids in keys.ts, which is to be committed; `buildApp` fails without them. */
export async function updateKeys(): Promise<void> {
  await compileShared()
  const scratch = join(CACHE, `keys.${process.pid}`)
  try {
    await copySources(scratch, configuredScope(root))
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

/** Where everybody finds the packed application of now.config.json: the demo, the check, a person. */
export const packagePath = join(root, 'target', 'accord.zip')

/** Puts the built package there, and where the SDK's configuration says, for `now-sdk install` in the root. */
export async function publish(built: BuiltApp): Promise<void> {
  await rm(join(root, 'now-app/dist/app'), { recursive: true, force: true })
  await cp(join(built.directory, 'now-app/dist/app'), join(root, 'now-app/dist/app'), { recursive: true })
  await putZip(built.zip, packagePath)
}

/** Puts a build under another scope into a directory of its own, in which `now-sdk install` works, and says where its zip is. */
export async function publishApart(built: BuiltApp): Promise<string> {
  const directory = join(root, 'target', built.scope)
  await rm(directory, { recursive: true, force: true })
  for (const part of ['now.config.json', 'package.json', 'now-app/dist/app', 'now-app/target'])
    await cp(join(built.directory, part), join(directory, part), { recursive: true })
  const zip = join(directory, 'accord.zip')
  await putZip(built.zip, zip)
  return zip
}

/** A rename, so that who reads it at the same time has one whole package. */
async function putZip(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true })
  await cp(from, `${to}.new`)
  await rename(`${to}.new`, to)
}
