import { ACTOR_MEANING, ACTOR_OPTION, actorOf } from '../actor.ts'
import type { Command } from '../command.ts'
import { findConnectionId } from '../find-connection.ts'
import { showFacts } from '../show-connection.ts'

export const reissue: Command = {
  name: 'reissue',
  summary: 'Print a new code for a connection; the one before is worthless',
  usage: '<id or name>',
  positionals: { min: 1, max: 1 },
  options: ACTOR_OPTION,
  explain: ACTOR_MEANING,
  run: async ({ words, node }) => {
    const client = node()
    const connectionId = await findConnectionId(client, words.positionals[0] ?? '')
    const body = { actor: actorOf(words) }
    const answer = await client.call('reissueInvitationAsOperator', { params: { connectionId }, body })
    return { human: `${answer.code}\n`, json: answer, aside: `${showFacts(answer.connection)}\n` }
  },
}
