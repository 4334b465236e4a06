import { ConfigError } from '../config/config.ts'
import { withConfigFile } from '../config/config-file.ts'
import { MasterKeyError } from '../master-key/master-key.ts'
import { NODE_VERSION } from '../config/node-version.ts'
import { type Answer, type Environment, EXIT, UnreachableError, UsageError } from './command.ts'
import { COMMANDS } from './commands/index.ts'
import { createCompletion } from './completion.ts'
import { generalHelp, helpOf } from './help.ts'
import { createNodeClient } from './node-client.ts'
import { nearestName } from './nearest-name.ts'
import { type Lines, linesOfOurs, printJson, printLines } from './output.ts'
import { findCommand, parseWords } from './parse-words.ts'

const ALL = [...COMMANDS, createCompletion(COMMANDS)]

/**
 * Answers the exit code. What a pipe may want goes to standard output, everything else to standard error.
 * `stop` ends a running node.
 */
export async function runCli(given: readonly string[], environment: Environment, stop: AbortSignal): Promise<number> {
  try {
    return await run(given, environment, stop)
  } catch (error) {
    printLines(process.stderr, linesOfError(error))
    return exitCodeOf(error)
  }
}

async function run(given: readonly string[], fromOutside: Environment, stop: AbortSignal): Promise<number> {
  const [first] = given
  if (first === undefined || first === '--help' || first === '-h') return print(generalHelp(ALL))
  if (first === '--version') return print(`${NODE_VERSION}\n`)
  const found = findCommand(ALL, given)
  if (!found) throw unknownCommand(given)
  const words = parseWords(found.command, found.rest)
  if (words.wantsHelp) return print(helpOf(found.command))
  const environment = withConfigFile(fromOutside)
  const node = () => createNodeClient(environment)
  const answer = await found.command.run({ words, environment, given: fromOutside, stop, node })
  return tell(answer, words.wantsJson)
}

/** Names what was probably meant: a group's second word alone, or a whole name with a slip in it. */
function unknownCommand(given: readonly string[]): UsageError {
  const isOption = given[1]?.startsWith('-') ?? true
  const typed = given.slice(0, isOption ? 1 : 2).join(' ')
  const names = ALL.map(({ name }) => name)
  const meant = nearestName(typed, names) ?? nearestName(given[0] ?? '', names)
  const hint = meant === undefined ? '' : ` Did you mean "${meant}"?`
  return new UsageError(`There is no command "${typed}".${hint} \`accord --help\` lists all.`)
}

function tell({ human, json, aside, isRefusal }: Answer, wantsJson: boolean): number {
  if (aside !== undefined && !wantsJson) printLines(process.stderr, aside)
  if (wantsJson) printJson(process.stdout, json)
  else printLines(process.stdout, human)
  return isRefusal ? EXIT.refused : EXIT.ok
}

function print(text: string): number {
  printLines(process.stdout, linesOfOurs(text))
  return EXIT.ok
}

/** What stands in a call or a setting is the caller's own and may have lines; what a node has answered is one. */
function linesOfError(error: unknown): Lines {
  const message = error instanceof Error ? error.message : String(error)
  return isOfCaller(error) ? message.split('\n') : [message]
}

const isOfCaller = (error: unknown): boolean =>
  error instanceof UsageError || error instanceof ConfigError || error instanceof MasterKeyError

function exitCodeOf(error: unknown): number {
  if (isOfCaller(error)) return EXIT.usage
  if (error instanceof UnreachableError) return EXIT.unreachable
  return EXIT.refused
}
