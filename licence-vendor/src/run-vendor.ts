import { parseArgs } from 'node:util'

import { type Command, type Environment, type Options, PASSPHRASE, UsageError } from './command.ts'
import { inspect } from './commands/inspect.ts'
import { keygen } from './commands/keygen.ts'
import { sign } from './commands/sign.ts'

const COMMANDS: Readonly<Record<string, Command>> = { keygen, sign, inspect }
const EXIT = { ok: 0, refused: 1, usage: 2 } as const

const HELP = `accord-licence: signs the licences of Accord. It is the vendor's; no node needs it.

Usage: accord-licence <command> [options]

${Object.entries(COMMANDS)
  .map(([name, command]) => `  ${name.padEnd(9)} ${command.summary}.\n${describeOptions(command)}`)
  .join('\n')}
  --json    print JSON
  --help    this text

Environment:
  ${PASSPHRASE}  passphrase of the private key

Exit codes: 0 done, 1 failed or found not well, 2 a call that makes no sense.
`

function describeOptions({ explain }: Command): string {
  return Object.entries(explain)
    .map(([name, meaning]) => `              --${name.padEnd(16)} ${meaning.replace(/^\*/u, '(required) ')}\n`)
    .join('')
}

/** Answers the exit code. What a pipe may want goes to standard output, everything else to standard error. */
export async function runVendor(words: readonly string[], environment: Environment): Promise<number> {
  const [name = '--help', ...rest] = words
  if (name === '--help' || name === '-h' || rest.includes('--help')) return print(HELP, EXIT.ok)
  try {
    const command = COMMANDS[name]
    if (!command) throw new UsageError(`There is no command "${name}". \`accord-licence --help\` lists all.`)
    const { json, ...options } = parse(command, rest)
    const answer = await command.run(options as Options, environment)
    if (answer.aside && json !== true) process.stderr.write(answer.aside)
    const text = json === true ? `${JSON.stringify(answer.json, null, 2)}\n` : answer.human
    return print(text, answer.isRefusal ? EXIT.refused : EXIT.ok)
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    return error instanceof UsageError ? EXIT.usage : EXIT.refused
  }
}

function parse(command: Command, rest: string[]): Record<string, unknown> {
  try {
    return {
      ...parseArgs({ args: joinValues(command, rest), options: { ...command.options, json: { type: 'boolean' } } })
        .values,
    }
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

/** A value that begins with a hyphen, as a public key may, is a value nevertheless. */
function joinValues({ options }: Command, rest: readonly string[]): string[] {
  const joined: string[] = []
  for (let at = 0; at < rest.length; at++) {
    const [word = '', next] = [rest[at], rest[at + 1]]
    const takesNext = word.startsWith('--') && word.slice(2) in options && next !== undefined && !next.startsWith('--')
    joined.push(takesNext ? `${word}=${next}` : word)
    if (takesNext) at++
  }
  return joined
}

function print(text: string, code: number): number {
  process.stdout.write(text)
  return code
}
