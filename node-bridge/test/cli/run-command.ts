import type { Answer } from '../../src/cli/command.ts'
import { COMMANDS } from '../../src/cli/commands/index.ts'
import { createNodeClient } from '../../src/cli/node-client.ts'
import { findCommand, parseWords } from '../../src/cli/parse-words.ts'

/** The command as it is, without a process around it. `environment`: where the node is, and its operator's token. */
export async function runCommand(
  given: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<Answer & { readonly text: string }> {
  const found = findCommand(COMMANDS, given)
  if (!found) throw new Error(`There is no ${given.join(' ')}`)
  const context = { environment, given: environment, stop: new AbortController().signal }
  const read = parseWords(found.command, found.rest)
  const answer = await found.command.run({ ...context, words: read, node: () => createNodeClient(environment) })
  return { ...answer, text: [...answer.human, ...(answer.aside ?? [])].join('\n') }
}
