import type { ErrorCode } from '@accord/shared/protocol'
import { ERROR_CODES } from '@accord/shared/protocol'
import type { Canary, ConnectionSnapshot, DictionaryWarning, SyncItemList } from '@accord/shared/schemas'

import type { Command } from '../command.ts'
import { eachPage } from '../each-page.ts'
import { findConnectionId } from '../find-connection.ts'
import type { NodeClient } from '../node-client.ts'
import type { Lines } from '../output.ts'
import { tableOf } from '../table.ts'

/** Where one connection stands: how many pairs, what they wait for, and what stands still as a whole. */
type SyncStatus = Pick<SyncItemList, 'counts' | 'causes' | 'retrying' | 'comparison' | 'pause'> & {
  readonly connectionId: string
  readonly name: string
  /** What published scripts name and the tracker has changed. */
  readonly dictionary: readonly DictionaryWarning[]
  /** Scripts that some pairs run first, while they do. */
  readonly canary: Canary | null
}

export const syncStatus: Command = {
  name: 'sync status',
  summary:
    'How many pairs of each connection are in sync, under way or waiting, and for whom; ends with 1 where some wait here',
  usage: '[<id or name>]',
  positionals: { min: 0, max: 1 },
  options: {},
  explain: {},
  run: async ({ words, node }) => {
    const client = node()
    const named = words.positionals[0]
    const statuses: SyncStatus[] = []
    for await (const { id, name } of connectionsOf(client, named)) statuses.push(await statusOf(client, id, name))
    return {
      human: statuses.length === 0 ? ['No connection keeps pairs.'] : linesOf(statuses),
      json: { connections: statuses },
      isRefusal: statuses.some(({ causes }) => causes.length > 0),
    }
  },
}

/** The one that is named; else each that may have pairs. */
async function* connectionsOf(
  node: NodeClient,
  named: string | undefined,
): AsyncGenerator<Pick<ConnectionSnapshot, 'id' | 'name'>> {
  if (named !== undefined) {
    const connectionId = await findConnectionId(node, named)
    const { connection } = await node.call('readConnection', { params: { connectionId } })
    yield connection
    return
  }
  for await (const page of eachPage(node, { group: 'active' })) yield* page
}

async function statusOf(node: NodeClient, connectionId: string, name: string): Promise<SyncStatus> {
  const list = await node.call('listSyncItems', { params: { connectionId }, query: { limit: '1' } })
  const { counts, causes, retrying, comparison, pause } = list
  const { warnings: dictionary } = await node.call('readDictionaryWarnings', { params: { connectionId } })
  const { canary: last } = await node.call('readCanary', { params: { connectionId } })
  const canary = last?.state === 'running' ? last : null
  return { connectionId, name, counts, causes, retrying, comparison, pause, dictionary, canary }
}

function linesOf(statuses: readonly SyncStatus[]): Lines {
  const number = (count: number, { upTo }: SyncStatus['counts']) => (count >= upTo ? `${upTo}+` : String(count))
  const rows = statuses.map(({ name, counts }) => [
    name,
    ...[counts.all, counts.synced, counts.moving, counts.held, counts.ended].map((count) => number(count, counts)),
  ])
  return [
    ...tableOf(['CONNECTION', 'PAIRS', 'IN SYNC', 'UNDER WAY', 'WAITING', 'ENDED'], rows),
    ...statuses.flatMap(notesOf),
  ]
}

/** What somebody has to know or do. */
function notesOf({ name, causes, counts, retrying, comparison, pause, dictionary, canary }: SyncStatus): Lines {
  const wordsOf = (code: string) => (code in ERROR_CODES ? ERROR_CODES[code as ErrorCode] : undefined)
  return [
    ...(pause ? [`${name}: nothing is read or written until ${pause.until}. ${pause.message}`] : []),
    ...(comparison
      ? [`${name}: compared after a restore, ${comparison.state}; accord show "${name}" leads to its page.`]
      : []),
    ...(retrying ? [`${name}: ${retrying.done} of ${retrying.total} waiting pairs are tried again.`] : []),
    ...(canary
      ? [
          `${name}: ${canary.pairs.length} of ${canary.ofPairs} pairs run new scripts first; accord sync canary "${name}" says how they do.`,
        ]
      : []),
    ...dictionary.map((warning) => `${name}: ${warningOf(warning)}`),
    ...causes.map(({ code, count }) => {
      const words = wordsOf(code)
      return `${name}: ${count}${count >= counts.upTo ? '+' : ''} × ${words?.title ?? code} (${code}). ${words?.remedy ?? ''}`.trimEnd()
    }),
  ]
}

/** Before the first record fails by it. */
function warningOf({ direction, kind, table, field, before, now, line }: DictionaryWarning): string {
  if (kind === 'compiler') return `The ${direction} script no longer compiles at ${field} in line ${line}: ${now}`
  const named = `The field ${field} of ${table}, which the ${direction} script names in line ${line},`
  switch (kind) {
    case 'gone':
      return `${named} is gone, or sync access no longer opens it.`
    case 'closed':
      return `${named} may no longer be written.`
    case 'type':
      return `${named} is now: ${now}. It was: ${before}.`
    case 'table':
      return `${named} points at ${now} now. It pointed at ${before}.`
    case 'choice':
      return now === '' ? `${named} has lost the choice ${before}.` : `${named} calls its choice ${before} now ${now}.`
  }
}
