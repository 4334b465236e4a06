import { LIST_ORDERS, STATE_GROUPS } from '@accord/shared/protocol'
import type { ConnectionList } from '@accord/shared/schemas'

import { eachPage } from '../each-page.ts'
import { type Command, type Words } from '../command.ts'
import { tableOf } from '../table.ts'

const OPTIONS = ['limit', 'after', 'search', 'group', 'sort', 'order'] as const

export const list: Command = {
  name: 'list',
  summary: 'The connections of this node, a page or all of them',
  usage: '',
  positionals: { min: 0, max: 0 },
  options: { all: { type: 'boolean' }, ...Object.fromEntries(OPTIONS.map((name) => [name, { type: 'string' }])) },
  explain: {
    all: 'every connection, instead of a page',
    limit: 'how many a page holds, 50 without it, at most 200',
    after: 'where the page before ended',
    search: 'words of the name, or of the name or host of the other side',
    group: `only these: ${Object.keys(STATE_GROUPS).join(', ')}`,
    sort: `by what: ${LIST_ORDERS.join(', ')}`,
    order: 'asc or desc',
  },
  run: async ({ node, words }) => {
    const { connections, next } = await read(node(), words)
    const rows = connections.map(({ name, state, side, remote, updatedAt, id }) => [
      name,
      state,
      side,
      remote.name ?? '?',
      updatedAt,
      id,
    ])
    return {
      human: tableOf(['NAME', 'STATE', 'SIDE', 'OTHER SIDE', 'CHANGED', 'ID'], rows),
      json: { connections, next },
      ...(next ? { aside: [`There are more: --after ${next}, or --all.`] } : {}),
    }
  },
}

async function read(node: Parameters<typeof eachPage>[0], words: Words): Promise<Omit<ConnectionList, 'counts'>> {
  const given = OPTIONS.map((name) => [name, words.text(name)] as const)
  const query = Object.fromEntries(given.filter((pair): pair is [(typeof OPTIONS)[number], string] => Boolean(pair[1])))
  if (!words.flag('all')) return node.call('listConnections', { query })
  const connections: ConnectionList['connections'] = []
  for await (const page of eachPage(node, query)) connections.push(...page)
  return { connections, next: null }
}
