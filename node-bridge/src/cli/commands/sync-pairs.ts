import { open } from 'node:fs/promises'

import type { SyncItem, SyncItemList } from '@accord/shared/schemas'
import { isMapped, ITEM_FILTERS, pairLines, PAIRS_HEAD } from '@accord/shared/sync'

import { type Answer, type Command, RefusedError, type Words } from '../command.ts'
import { findConnectionId } from '../find-connection.ts'
import type { NodeClient } from '../node-client.ts'
import { tableOf } from '../table.ts'

const OPTIONS = ['limit', 'after', 'filter'] as const

export const syncPairs: Command = {
  name: 'sync pairs',
  summary: 'The pairs of a connection, those that changed last first, a page or all of them',
  usage: '<id or name>',
  positionals: { min: 1, max: 1 },
  options: {
    all: { type: 'boolean' },
    csv: { type: 'string' },
    ...Object.fromEntries(OPTIONS.map((name) => [name, { type: 'string' }])),
  },
  explain: {
    all: 'every pair, instead of a page',
    csv: 'write every pair whose other half is known to this new file, as accord sync connect takes it: before a connection is deleted',
    limit: 'how many a page holds, 50 without it, at most 200',
    after: 'where the page before ended',
    filter: `only these: ${ITEM_FILTERS.join(', ')}`,
  },
  run: async ({ words, node }) => {
    const client = node()
    const connectionId = await findConnectionId(client, words.positionals[0] ?? '')
    const file = words.text('csv')
    if (file !== undefined) return writeAll(client, connectionId, words, file)
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

type PageAfter = (after: string | null) => Promise<SyncItemList>

function pagesOf(node: NodeClient, connectionId: string, words: Words, limit?: string): PageAfter {
  const given = OPTIONS.map((name) => [name, words.text(name) ?? (name === 'limit' ? limit : undefined)] as const)
  const query = Object.fromEntries(given.filter((pair): pair is [(typeof OPTIONS)[number], string] => Boolean(pair[1])))
  return (after) =>
    node.call('listSyncItems', { params: { connectionId }, query: { ...query, ...(after ? { after } : {}) } })
}

async function read(
  node: NodeClient,
  connectionId: string,
  words: Words,
): Promise<Pick<SyncItemList, 'items' | 'next'>> {
  const pageAfter = pagesOf(node, connectionId, words)
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

/** Page by page, so that a million pairs take no memory. A file that is there already is kept. */
async function writeAll(client: NodeClient, connectionId: string, words: Words, file: string): Promise<Answer> {
  const pageAfter = pagesOf(client, connectionId, words, '200')
  const output = await open(file, 'wx', 0o600).catch((error: Error) => {
    throw new RefusedError(`The file cannot be made: ${error.message}`)
  })
  let count = 0
  try {
    await output.writeFile(PAIRS_HEAD)
    for (let next: string | null | undefined; next !== null;) {
      const page = await pageAfter(next ?? null)
      await output.writeFile(pairLines(page.items))
      count += page.items.filter(isMapped).length
      next = page.next
    }
  } finally {
    await output.close()
  }
  return { human: [`${count} pairs were written to ${file}.`], json: { count, file } }
}
