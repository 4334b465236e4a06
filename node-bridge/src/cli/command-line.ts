import { linesOfOurs, printLines } from './output.ts'
import { ConfigError, type Config, judgeSettings, loadConfig } from '../config/config.ts'
import { requirePrivateEnvFiles } from '../config/config-file.ts'
import { consoleUrlOf } from '../config/console-url.ts'
import { MasterKeyError } from '../master-key/master-key.ts'
import { NODE_VERSION } from '../config/node-version.ts'
import { consoleNotice } from '../observability/console-notice.ts'
import { pairingNotice } from '../observability/pairing-notice.ts'
import { describeSettings } from '../config/describe-settings.ts'

type Environment = Readonly<Record<string, string | undefined>>

const EXIT_FAILED = 1
const EXIT_USAGE = 2

const HELP = `accord-bridge ${NODE_VERSION}: connects a ServiceNow instance with another company's tracker.

Usage:
  accord-bridge            start the node
  accord-bridge pair       print a one-time code that pairs the instance with this node
  accord-bridge console-link
                           print a one-time link for the first admin of the node's own console
  accord-bridge rotate-master-key
                           seal everything with a new master key; safe to interrupt and to repeat
  accord-bridge --help     this text
  accord-bridge --version

Settings (environment, or the file that ACCORD_CONFIG_FILE names):
${describeSettings()}`

const print = (text: string) => void process.stdout.write(text)

const COMMANDS: Readonly<Record<string, (environment: Environment, stop: AbortSignal) => Promise<void>>> = {
  start: async (environment, stop) => runUntil(loadConfig(environment), stop),
  pair: async (environment) => printPairingCode(loadConfig(environment)),
  'console-link': async (environment) => printConsoleLink(loadConfig(environment)),
  'rotate-master-key': async (environment) => print(await rotate(judgeSettings(environment))),
  '--help': async () => print(HELP),
  '--version': async () => print(`${NODE_VERSION}\n`),
}

/** Answers the exit code: 0, 1 when it failed, 2 for a command or setting that makes no sense. `stop` ends a running node. */
export async function runCommand(
  words: readonly string[],
  environment: Environment,
  stop: AbortSignal,
): Promise<number> {
  const command = words.length > 1 ? undefined : COMMANDS[words[0] ?? 'start']
  if (!command) {
    printLines(process.stderr, [`There is no command "${words.join(' ')}".`, '', ...linesOfOurs(HELP)])
    return EXIT_USAGE
  }
  try {
    requirePrivateEnvFiles(process.execArgv)
    await command(environment, stop)
    return 0
  } catch (error) {
    const isUsage = error instanceof ConfigError || error instanceof MasterKeyError
    const message = error instanceof Error ? error.message : String(error)
    printLines(process.stderr, isUsage ? message.split('\n') : [message])
    return isUsage ? EXIT_USAGE : EXIT_FAILED
  }
}

async function runUntil(config: Config, stop: AbortSignal): Promise<void> {
  const { createBridge } = await import('../bridge.ts') // loads everything, which --help need not wait for
  const bridge = await createBridge(config)
  if (!stop.aborted) await new Promise((resolve) => stop.addEventListener('abort', resolve, { once: true }))
  await bridge.close()
}

async function rotate(config: Config): Promise<string> {
  const { rotateMasterKey } = await import('../master-key/rotate-master-key.ts')
  return rotateMasterKey(config)
}

/** Works beside a running node: both use the same database. */
async function printPairingCode(config: Config): Promise<void> {
  const { openExistingDatabase } = await import('../store/engine/database.ts')
  const { issuePairingCode } = await import('../instance/pairing-service.ts')
  const database = await openExistingDatabase(config, await signerOf(config))
  const code = await issuePairingCode({ database, publicUrl: publicUrlOf(config), now: () => new Date() })
  await database.close()
  print(pairingNotice(code))
}

/** Beside a running node, too. Once an admin can sign in, that one or the operator's token is the way. */
async function printConsoleLink(config: Config): Promise<void> {
  const { openExistingDatabase } = await import('../store/engine/database.ts')
  const { issueFirstLink } = await import('../console/first-link.ts')
  const database = await openExistingDatabase(config, await signerOf(config))
  const consoleUrl = consoleUrlOf(config, publicUrlOf(config))
  const link = await issueFirstLink({ database, consoleUrl, now: () => new Date() })
  await database.close()
  if (!link) throw new Error('An admin can sign in already. For a new link run: accord console reset NAME')
  print(consoleNotice(link))
}

/** What a command writes into the audit log has to be the node's own word: it needs the master key, and makes none. */
async function signerOf(config: Config) {
  const { existingMasterKeys } = await import('../master-key/rotate-master-key.ts')
  const { createVault } = await import('../vault/vault.ts')
  const { entrySigner } = await import('../audit/entry-proof.ts')
  // Asked for when there is something to write: a database that does not fit is the first thing to say.
  return (text: string) => entrySigner(createVault(existingMasterKeys(config).current))(text)
}

const publicUrlOf = ({ publicUrl, host, port }: Config): string => publicUrl ?? `http://${host}:${port}`
