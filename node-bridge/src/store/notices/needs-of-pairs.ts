import { QUEUED_AS, STATUSES_OF } from '@accord/shared/sync'
import { sql } from 'kysely'

import { boundNumber } from '../engine/statements.ts'
import type { Db } from '../engine/tables.ts'
import type { Need } from './needs-of-connections.ts'

const literals = (words: readonly string[]) => words.map((word) => sql.lit(word))

/** Pairs that wait for a person here, by connection and code. */
export async function findHeldPairs(db: Db, limit: number): Promise<Need[]> {
  const rows = await db
    .selectFrom('sync_pair')
    .where('fault', 'is not', null)
    .select(({ fn }) => ['connection_id', 'fault', fn.countAll().as('count')])
    .groupBy(['connection_id', 'fault'])
    .limit(limit)
    .execute()
  return rows.map(({ connection_id: connectionId, fault, count }) => ({
    cause: 'pairs_held',
    connectionId,
    subject: fault ?? '',
    count: Number(count),
  }))
}

/** Pairs that are under way and to which nothing has happened since then. */
export async function findStuckPairs(db: Db, since: Date, limit: number): Promise<Need[]> {
  const rows = await db
    .selectFrom('sync_pair')
    // The condition of the index, word by word.
    .where('status', 'in', literals(QUEUED_AS.open))
    .where('status', 'in', literals(STATUSES_OF.moving))
    .where('changed_at', '<', boundNumber(since.getTime()))
    .select(({ fn }) => ['connection_id', fn.countAll().as('count')])
    .groupBy('connection_id')
    .limit(limit)
    .execute()
  return rows.map(({ connection_id: connectionId, count }) => ({
    cause: 'sync_stuck',
    connectionId,
    subject: '',
    count: Number(count),
  }))
}

/** Rules that were tried on some pairs and given up since then. */
export async function findGivenUpCanaries(db: Db, since: Date, limit: number): Promise<Need[]> {
  const rows = await db
    .selectFrom('rules_canary')
    .where('state', '=', 'fell_back')
    .where('ended_at', '>', since.getTime())
    .select(['connection_id', 'table_name'])
    .distinct()
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    cause: 'canary_fell_back',
    connectionId: row.connection_id,
    subject: row.table_name,
    count: 1,
  }))
}

/** Fields that published scripts name and the tracker's dictionary no longer has so. */
export async function findChangedDictionaries(db: Db, limit: number): Promise<Need[]> {
  const rows = await db
    .selectFrom('rules_dictionary')
    .where('warning_count', '>', 0)
    .select(({ fn }) => ['connection_id', 'table_name', fn.sum<number | string>('warning_count').as('count')])
    .groupBy(['connection_id', 'table_name'])
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    cause: 'dictionary_changed',
    connectionId: row.connection_id,
    subject: row.table_name,
    count: Number(row.count),
  }))
}

/** After a restore more differs than is overwritten without being asked. */
export async function findWaitingComparisons(db: Db, limit: number): Promise<Need[]> {
  const rows = await db
    .selectFrom('comparison')
    .where('state', '=', 'waiting')
    .select(['connection_id'])
    .limit(limit)
    .execute()
  return rows.map((row) => ({ cause: 'comparison_waits', connectionId: row.connection_id, subject: '', count: 1 }))
}
