import type { Command } from '../command.ts'
import { tableOf } from '../table.ts'

export const list: Command = {
  name: 'list',
  summary: 'The connections of this node',
  usage: '',
  positionals: { min: 0, max: 0 },
  options: {},
  explain: {},
  run: async ({ node }) => {
    const answer = await node().call('listConnectionsAsOperator')
    const rows = answer.connections.map(({ name, state, side, remote, updatedAt, id }) => [
      name,
      state,
      side,
      remote.name ?? '?',
      updatedAt,
      id,
    ])
    return { human: tableOf(['NAME', 'STATE', 'SIDE', 'OTHER SIDE', 'CHANGED', 'ID'], rows), json: answer }
  },
}
