import { type BulkFilter, QUEUED_AS } from '@accord/shared/sync'
import { sql } from 'kysely'

import { boundNumber } from '../engine/statements.ts'
import type { Db } from '../engine/tables.ts'
import { type ItemPlace, type PairPage, pagePairs } from './pair-page.ts'
import { type StoredPair, storedPairOf } from './sync-pairs.ts'

export interface QueueRequest {
  /** `all`: of a connection, whatever stands in the queue. */
  readonly filter: BulkFilter
  readonly connectionId: string | undefined
  readonly table: string | undefined
  readonly cause: string | undefined
  /** Nothing has happened to them since. */
  readonly unmovedSince: Date | undefined
  readonly after: ItemPlace | undefined
  readonly limit: number
}

/** Whoever has a key means one record: it is one of a few. */
const MOST_OF_A_KEY = 200
const literals = (words: readonly string[]) => words.map((word) => sql.lit(word))

type Narrowed = Omit<QueueRequest, 'after' | 'limit'>

const narrowed = (db: Db, { filter, connectionId, table, cause, unmovedSince }: Narrowed) => {
  const pairs = db.selectFrom('sync_pair')
  // The first condition is that of the index; it has to stand in the statement word by word.
  let query =
    filter === 'all' ? pairs.where('status', '<>', 'ended') : pairs.where('status', 'in', literals(QUEUED_AS.open))
  if (filter !== 'open' && filter !== 'all') query = query.where('status', 'in', literals(QUEUED_AS[filter]))
  if (connectionId !== undefined) query = query.where('connection_id', '=', connectionId)
  if (table !== undefined) query = query.where('table_name', '=', table)
  if (cause !== undefined) query = query.where('fault', '=', cause)
  return unmovedSince ? query.where('changed_at', '<=', boundNumber(unmovedSince.getTime())) : query
}

/** Pairs of any connection that are not at rest, those that moved last first. */
export const pageQueue = (db: Db, { after, limit, ...request }: QueueRequest): Promise<PairPage> =>
  pagePairs(narrowed(db, request).selectAll(), { after, limit })

/** How many they are. */
export async function countQueue(db: Db, request: Narrowed): Promise<number> {
  const { count } = await narrowed(db, request)
    .select(({ fn }) => fn.countAll().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Pairs of any connection and in any state of which people call one record so. */
export async function findPairsByKey(db: Db, keys: readonly string[]): Promise<StoredPair[]> {
  const found = (column: 'local_key' | 'remote_key') =>
    db.selectFrom('sync_pair').selectAll().where(column, 'in', keys).where(column, 'is not', null).limit(MOST_OF_A_KEY)
  const rows = [...(await found('local_key').execute()), ...(await found('remote_key').execute())]
  const byId = new Map(rows.map((row) => [row.id, storedPairOf(row)]))
  return [...byId.values()].toSorted((one, other) => other.changedAt.getTime() - one.changedAt.getTime())
}

/** Why pairs wait for a person here. */
export async function listCausesOfAll(
  db: Db,
): Promise<{ readonly connectionId: string; readonly code: string; readonly count: number }[]> {
  const rows = await db
    .selectFrom('sync_pair')
    .where('fault', 'is not', null)
    .select(({ fn }) => ['connection_id', 'fault', fn.countAll().as('count')])
    .groupBy(['connection_id', 'fault'])
    .execute()
  return rows
    .flatMap(({ connection_id: connectionId, fault, count }) =>
      fault === null ? [] : [{ connectionId, code: fault, count: Number(count) }],
    )
    .toSorted((one, other) => other.count - one.count)
}
