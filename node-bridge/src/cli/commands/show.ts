import type { Command } from '../command.ts'
import { findConnectionId } from '../find-connection.ts'
import { showConnection } from '../show-connection.ts'

export const show: Command = {
  name: 'show',
  summary: 'One connection with its log',
  usage: '<id or name>',
  positionals: { min: 1, max: 1 },
  options: {},
  explain: {},
  run: async ({ words, node }) => {
    const client = node()
    const connectionId = await findConnectionId(client, words.positionals[0] ?? '')
    const answer = await client.call('readConnection', { params: { connectionId } })
    return { human: showConnection(answer), json: answer }
  },
}
