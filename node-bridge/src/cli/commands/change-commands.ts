import type { OperationName } from '@accord/shared/contracts'
import { ConnectionDetail } from '@accord/shared/schemas'

import { ACTOR_MEANING, ACTOR_OPTION, actorOf } from '../actor.ts'
import type { Command } from '../command.ts'
import { findConnectionId } from '../find-connection.ts'
import { showDetails } from '../show-connection.ts'

/** Commands that ask for one change of one connection and show what it is then. */
const CHANGES = [
  ['revoke', 'revokeInvitation', 'Make the open code of a connection worthless'],
  ['deactivate', 'deactivateConnection', 'Pause a connection; the other side is informed'],
  ['activate', 'activateConnection', "End this side's pause"],
  ['delete', 'deleteConnection', 'End a connection for ever; the other side is informed and keeps its history'],
  ['rotate-keys', 'rotateKeys', "Replace this side's key of a connection"],
  ['approve', 'approveConnection', 'Let the one who redeemed the code have the connection'],
  ['reject', 'rejectConnection', 'Refuse the one who redeemed the code; the other side learns it'],
] as const satisfies readonly (readonly [string, OperationName, string])[]

export const changeCommands: readonly Command[] = CHANGES.map(([name, operation, summary]) => ({
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
    const answer = ConnectionDetail.parse(await client.call(operation, { params: { connectionId }, body }))
    return { human: showDetails(answer.connection), json: answer }
  },
}))
