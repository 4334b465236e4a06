import { GlideAggregate } from '@servicenow/glide'
import { STATE_GROUPS } from '@accord/shared/protocol'
import type { Changes } from '@accord/shared/schemas'
import { readNews } from '../connection-rows/table-mark.ts'
import { queryOf } from '../http/query.ts'
import { findReconciling } from '../jobs/reconcile-progress.ts'
import { TABLES } from '../names.ts'
import type { RestRequest } from '../platform/rest-exchange.d.ts'
import { secureRecord } from '../platform/secure-record.ts'

/** A revision that no table has yet: everything in it counts as changed. */
const NOTHING_YET = '*'

/**
 * What an open page asks again and again. It is answered from the rows that callbacks of the node keep up to date, so
 * that a poll costs a few indexed queries and no call to the node, which would hold up the person's session.
 */
export function readChanges(request: RestRequest): Changes {
  const { since } = queryOf(request, ['since'])
  const [before, pairsBefore, countBefore] = since?.split('|') ?? []
  const own = readNews(TABLES.connection, 'node_connection_id', since && (before || NOTHING_YET))
  const pairs = readNews(TABLES.syncPair, 'connection', since && (pairsBefore || NOTHING_YET))
  const count = countConnections()
  const isDeleted = since !== undefined && count !== countBefore
  const connections = (pairs.changed && own.changed) ?? null
  const pairsOf = idsOf(pairs.changed)
  const reconciling = findReconciling()
  return {
    revision: [own.mark, pairs.mark, count].join('|'),
    hasChanged: isDeleted || connections === null || connections.length > 0 || pairsOf.length > 0,
    connections,
    pairsOf,
    isWaiting: reconciling !== undefined || isWaiting(),
    ...(reconciling ? { reconciling } : {}),
  }
}

/** Rows that are gone are in no list of changed ones. */
function countConnections(): string {
  const counted = new GlideAggregate(TABLES.connection)
  counted.addAggregate('COUNT', '')
  counted.query()
  return counted.next() ? counted.getAggregate('COUNT', '') : '0'
}

function idsOf(sysIds: readonly string[] | undefined): string[] {
  if (!sysIds || sysIds.length === 0) return []
  const rows = secureRecord(TABLES.connection)
  rows.addQuery('sys_id', 'IN', sysIds.join(','))
  rows.query()
  const ids: string[] = []
  while (rows.next()) ids.push(rows.getValue('node_connection_id'))
  return ids
}

/** Something whose end is near: the other side, or this node, has a step to take. */
function isWaiting(): boolean {
  const rows = secureRecord(TABLES.connection)
  rows.addQuery('state', 'IN', [...STATE_GROUPS.waiting, 'awaiting_approval', 'terminating'].join(','))
  rows.setLimit(1)
  rows.query()
  return rows.hasNext()
}
