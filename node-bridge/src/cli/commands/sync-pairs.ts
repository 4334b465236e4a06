import type { SyncItem, SyncItemList } from '@accord/shared/schemas'
import { ITEM_FILTERS } from '@accord/shared/sync'

import type { Command, Words } from '../command.ts'
import { findConnectionId } from '../find-connection.ts'
import type { NodeClient } from '../node-client.ts'
import { tableOf } from '../table.ts'

const OPTIONS = ['limit', 'after', 'filter'] as const

export const syncPairs: Command = {
  name: 'sync pairs',
  summary: 'The pairs of a connection, those that changed last first, a page or all of them',
  usage: '<id or name>',
  positionals: { min: 1, max: 1 },
  options: { all: { type: 'boolean' }, ...Object.fromEntries(OPTIONS.map((name) => [name, { type: 'string' }])) },
  explain: {
    all: 'every pair, instead of a page',
    limit: 'how many a page holds, 50 without it, at most 200',
    after: 'where the page before ended',
    filter: `only these: ${ITEM_FILTERS.join(', ')}`,
  },
  run: async ({ words, node }) => {
    const client = node()
    const connectionId = await findConnectionId(client, words.positionals[0] ?? '')
    const { items, next } = await read(client, connectionId, words)
    return {
      human: tableOf(['OURS', 'THEIRS', 'TABLE', 'STATUS', 'WAITS FOR', 'CHANGED', 'ID'], items.map(rowOf)),
      json: { items, next },
      ...(next ? { aside: [`There are more: --after ${next}, or --all.`] } : {}),
    }
  },
}

const rowOf = ({ local, remote, table, status, faults, changedAt, id }: SyncItem): readonly string[] => [
  local.key ?? '',
  remote.key ?? '',
  table,
  status,
  faults.map(({ side, code }) => (side === 'here' ? code : `${code} (there)`)).join(' '),
  changedAt,
  id,
]

async function read(
  node: NodeClient,
  connectionId: string,
  words: Words,
): Promise<Pick<SyncItemList, 'items' | 'next'>> {
  const given = OPTIONS.map((name) => [name, words.text(name)] as const)
  const query = Object.fromEntries(given.filter((pair): pair is [(typeof OPTIONS)[number], string] => Boolean(pair[1])))
  const pageAfter = (after: string | null) =>
    node.call('listSyncItems', { params: { connectionId }, query: { ...query, ...(after ? { after } : {}) } })
  const first = await pageAfter(null)
  if (!words.flag('all')) return first
  const items = [...first.items]
  for (let { next } = first; next;) {
    const page = await pageAfter(next)
    items.push(...page.items)
    next = page.next
  }
  return { items, next: null }
}
