import { ACTOR_MEANING, ACTOR_OPTION, actorOf } from '../actor.ts'
import { type Command, UsageError } from '../command.ts'
import { findConnectionId } from '../find-connection.ts'

export const syncRetry: Command = {
  name: 'sync retry',
  summary: 'Try again what waits for a person here: one pair, all of one cause, or all of a connection',
  usage: '[<id or name>]',
  positionals: { min: 0, max: 1 },
  options: { ...ACTOR_OPTION, cause: { type: 'string' }, pair: { type: 'string' } },
  explain: {
    ...ACTOR_MEANING,
    cause: 'only those that wait with this code, as sync status names it',
    pair: 'this one pair, by its id',
  },
  run: async ({ words, node }) => {
    const client = node()
    const actor = actorOf(words)
    const [named, itemId, cause] = [words.positionals[0], words.text('pair'), words.text('cause')]
    if ((named === undefined) === (itemId === undefined))
      throw new UsageError('Name a connection, or one pair with --pair.')
    if (itemId !== undefined) {
      const answer = await client.call('retrySyncItem', { params: { itemId }, body: { actor } })
      return { human: [`${answer.item.local.key ?? itemId} is tried again.`], json: answer }
    }
    const params = { connectionId: await findConnectionId(client, named ?? '') }
    const answer = await client.call('retrySyncItems', { params, body: { actor, ...(cause ? { cause } : {}) } })
    const { count } = answer
    return {
      human: [count === 0 ? 'Nothing waits with that.' : `${count} are tried again, one after the other.`],
      json: answer,
    }
  },
}
