import { ACTOR_MEANING, ACTOR_OPTION, actorOf } from './actor.ts'
import type { Answer, Command } from './command.ts'
import { findConnectionId } from './find-connection.ts'
import type { NodeClient } from './node-client.ts'

interface ConnectionCall {
  readonly params: { readonly connectionId: string }
  readonly body: { readonly actor: string }
}

interface ConnectionCommand extends Pick<Command, 'name' | 'summary'> {
  readonly ask: (client: NodeClient, call: ConnectionCall) => Promise<Answer>
}

/** A command that asks, in the name of a person, for one operation on the connection that its word names. */
export const connectionCommand = ({ name, summary, ask }: ConnectionCommand): Command => ({
  name,
  summary,
  usage: '<id or name>',
  positionals: { min: 1, max: 1 },
  options: ACTOR_OPTION,
  explain: ACTOR_MEANING,
  run: async ({ words, node }) => {
    const client = node()
    const connectionId = await findConnectionId(client, words.positionals[0] ?? '')
    return ask(client, { params: { connectionId }, body: { actor: actorOf(words) } })
  },
})
