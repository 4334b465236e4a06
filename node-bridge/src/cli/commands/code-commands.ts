import type { OperationName } from '@accord/shared/contracts'
import { IssuedInvitation } from '@accord/shared/schemas'

import { ACTOR_MEANING, ACTOR_OPTION, actorOf } from '../actor.ts'
import type { Command } from '../command.ts'
import { findConnectionId } from '../find-connection.ts'
import { showDetails } from '../show-connection.ts'

/** Commands that print a code for a connection that exists: the code alone on standard output. */
const CODES = [
  ['reissue', 'reissueInvitation', 'Print a new code for a connection; the one before is worthless'],
  ['rekey', 'issueRekeyCode', 'Print a code by which the other side renews the keys together with this one'],
] as const satisfies readonly (readonly [string, OperationName, string])[]

export const codeCommands: readonly Command[] = CODES.map(([name, operation, summary]) => ({
  name,
  summary,
  usage: '<id or name>',
  positionals: { min: 1, max: 1 },
  options: ACTOR_OPTION,
  explain: ACTOR_MEANING,
  run: async ({ words, node }) => {
    const client = node()
    const connectionId = await findConnectionId(client, words.positionals[0] ?? '')
    const body = { actor: actorOf(words) }
    const answer = IssuedInvitation.parse(await client.call(operation, { params: { connectionId }, body }))
    return { human: [answer.code], json: answer, aside: showDetails(answer.connection) }
  },
}))
