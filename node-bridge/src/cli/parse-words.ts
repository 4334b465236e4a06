import { parseArgs } from 'node:util'

import { type Command, UsageError, type Words } from './command.ts'

export interface ParsedWords extends Words {
  readonly wantsHelp: boolean
  readonly wantsJson: boolean
}

/** The command that the first words name, and what is left of them. Undefined when there is none. */
export function findCommand(
  commands: readonly Command[],
  given: readonly string[],
): { readonly command: Command; readonly rest: string[] } | undefined {
  for (const length of [2, 1]) {
    const command = commands.find(({ name }) => name === given.slice(0, length).join(' '))
    if (command) return { command, rest: given.slice(length) }
  }
  return undefined
}

/** Throws `UsageError` for an option that the command does not have, and for too few or too many words. */
export function parseWords(command: Command, rest: string[]): ParsedWords {
  const { values, positionals } = parse(command, rest)
  const wantsHelp = values['help'] === true
  const { min, max } = command.positionals
  if (!wantsHelp && (positionals.length < min || positionals.length > max))
    throw new UsageError(`Usage: accord ${command.name} ${command.usage}`)
  return {
    positionals,
    wantsHelp,
    wantsJson: values['json'] === true,
    text: (name) => (typeof values[name] === 'string' ? values[name] : undefined),
    flag: (name) => values[name] === true,
  }
}

function parse({ options }: Command, args: string[]) {
  try {
    const all = { ...options, json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const
    const { values, positionals } = parseArgs({ args, options: all, allowPositionals: true })
    return { values: values as Record<string, unknown>, positionals }
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}
