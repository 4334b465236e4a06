import { once } from 'node:events'
import { readCommandOptions, usage, type CommandOptions } from './command-options.ts'
import type { Log } from './contracts.ts'
import type { Decide } from './installer/update-sets/preview-update-set.ts'
import type { InstalledPackage } from './package/apply-package.ts'
import { createInstance, type SimulatedInstance } from './instance.ts'

/** Runs until SIGINT or SIGTERM. Returns the exit code. */
export async function runCommandLine(args: readonly string[]): Promise<number> {
  try {
    const options = readCommandOptions(args)
    if (options === 'help') return say(usage)
    return await serve(options)
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    return 1
  }
}

async function serve(options: CommandOptions): Promise<number> {
  const { name, port, publicUrl, dataDir, cloneOf, users, schedulerDelayMs, demoSet, languages, strict, release } =
    options
  const log: Log = options.verbose ? logLine : () => undefined
  const instance = await createInstance({
    name,
    port,
    users,
    log,
    schedulerDelayMs,
    demoSet,
    languages,
    strict,
    release,
    ...(cloneOf === undefined ? {} : { cloneOf }),
    ...(publicUrl === undefined ? {} : { publicUrl }),
    ...(dataDir === undefined ? {} : { dataDir }),
  })
  const stopped = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
  try {
    await installApps(instance, options)
    say(
      `${name} is ready: ${instance.baseUrl} (${users.map((user) => `${user.userName}/${user.password}`).join(', ')})\n`,
    )
    say(`What it does with its packages: ${instance.baseUrl}/_simulator/coverage\n`)
    await stopped
    return 0
  } finally {
    await instance.close()
  }
}

async function installApps(instance: SimulatedInstance, { apps, updateSets, demoData }: CommandOptions): Promise<void> {
  const print = ({ name, version, scope, recordCount }: InstalledPackage) =>
    say(`Installed ${name} ${version} (${scope}), ${recordCount} records\n`)
  for (const app of apps) print(await instance.installPackage(app, { demoData }))
  for (const set of updateSets) print(await instance.commitUpdateSet(set, acceptAloud))
}

const acceptAloud: Decide = ({ description }) => {
  say(`Accepted as the update set has it: ${description}\n`)
  return 'accept'
}

function say(text: string): 0 {
  process.stdout.write(text)
  return 0
}

const logLine: Log = (level, message, facts) =>
  void process.stderr.write(`${JSON.stringify({ level, message, ...facts })}\n`)
