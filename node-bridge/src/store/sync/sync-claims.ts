import { sql } from 'kysely'

import type { Database } from '../engine/database.ts'
import { note } from '../engine/after-commit-notifications.ts'
import { boundNumber } from '../engine/statements.ts'
import type { Db } from '../engine/tables.ts'
import { lockPairs } from './lock-pairs.ts'
import { type StoredPair, storedPairOf, SYNC_DUE } from './sync-pairs.ts'

export interface PairClaim {
  readonly token: string
  readonly limit: number
  readonly until: Date
  readonly now: Date
}

const duePairs = (db: Db, now: Date) =>
  db
    .selectFrom('sync_pair')
    .where('claim_token', 'is', null)
    .where('due_at', 'is not', null)
    .where('due_at', '<=', boundNumber(now.getTime()))

/** A look, so that who waits for a clock takes no write lock in vain. */
export async function hasDuePairs(db: Db, now: Date): Promise<boolean> {
  return (await duePairs(db, now).select('id').limit(sql.lit(1)).executeTakeFirst()) !== undefined
}

/** How many are due; nobody counts further than `upTo`. */
export async function countDuePairs(db: Db, now: Date, upTo: number): Promise<number> {
  return (await duePairs(db, now).select('id').limit(boundNumber(upTo)).execute()).length
}

/** Takes up to `limit` pairs that are due, in one step. What another replica is taking is passed over. */
export const claimPairs = (
  { dialect, ...database }: Pick<Database, 'dialect' | 'transaction'>,
  { token, limit, until, now }: PairClaim,
): Promise<StoredPair[]> =>
  database.transaction(async (transaction) => {
    const due = duePairs(transaction, now).select('id as picked_id').orderBy('due_at').limit(boundNumber(limit))
    const rows = await transaction
      .with('picked', () => (dialect === 'postgres' ? due.forUpdate().skipLocked() : due))
      .updateTable('sync_pair')
      .from('picked')
      .set({ claim_token: token, claim_until: until.getTime() })
      .whereRef('sync_pair.id', '=', 'picked_id')
      .returningAll()
      .execute()
    return rows.map(storedPairOf)
  })

/** Gives pairs back, whatever became of them: what is still due is claimed again by whoever comes next. */
export async function releasePairs(transaction: Db, token: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await transaction
    .updateTable('sync_pair')
    .set({ claim_token: null, claim_until: null })
    .where('id', 'in', ids)
    .where('claim_token', '=', token)
    .execute()
}

/** Puts off what failed for a reason that passes, or waits for somebody else; a pair that was written meanwhile is none of them. */
export async function postponePair(
  transaction: Db,
  { id, version, failures }: StoredPair,
  dueAt: Date,
  { hasFailed = true } = {},
): Promise<void> {
  await transaction
    .updateTable('sync_pair')
    .set({ due_at: dueAt.getTime(), failures: hasFailed ? failures + 1 : failures })
    .where('id', '=', id)
    .where('version', '=', version)
    .execute()
}

/** A batch that some worker holds; whoever lives changes `until`. */
export interface SeenClaim {
  readonly token: string
  readonly until: number
}

export async function listClaims(db: Db): Promise<SeenClaim[]> {
  const rows = await db
    .selectFrom('sync_pair')
    .select(['claim_token', (expression) => expression.fn.max('claim_until').as('until')])
    .where('claim_token', 'is not', null)
    .groupBy('claim_token')
    .execute()
  return rows.map(({ claim_token: token, until }) => ({ token: token ?? '', until: Number(until) }))
}

export const renewClaim = (database: Database, token: string, until: Date): Promise<void> =>
  database.transaction(async (transaction) => {
    await lockPairs(database, transaction, { token })
    await transaction
      .updateTable('sync_pair')
      .set({ claim_until: until.getTime() })
      .where('claim_token', '=', token)
      .execute()
  })

/** What a dead worker held can be claimed again. */
export const returnClaim = (database: Database, { token, until }: SeenClaim): Promise<boolean> =>
  database.transaction(async (transaction) => {
    await lockPairs(database, transaction, { token })
    const { numUpdatedRows: returned } = await transaction
      .updateTable('sync_pair')
      .set({ claim_token: null, claim_until: null })
      .where('claim_token', '=', token)
      .where('claim_until', '<=', until)
      .executeTakeFirstOrThrow()
    return returned > 0n
  })

/** At the start of the only process that uses the database: whoever held a claim is gone. */
export async function returnAllClaims(db: Db): Promise<void> {
  await db
    .updateTable('sync_pair')
    .set({ claim_token: null, claim_until: null })
    .where('claim_token', 'is not', null)
    .execute()
}

/** The connection works again: what was put off meanwhile is due, here and at the other side. */
export async function makePairsDue(transaction: Db, connectionId: string, now: Date): Promise<void> {
  note(transaction, SYNC_DUE, { connectionId, isHere: true, isThere: true })
  await transaction
    .updateTable('sync_pair')
    .set({ due_at: now.getTime() })
    .where('connection_id', '=', connectionId)
    .where('due_at', '>', now.getTime())
    .execute()
}

/** Pairs that nobody works on and that wait, since the work on them has failed. */
export const listFailedPairs = (db: Db, now: Date, limit: number): Promise<readonly StoredPairName[]> =>
  db
    .selectFrom('sync_pair')
    .select(['id', 'connection_id as connectionId'])
    .where('claim_token', 'is', null)
    .where('due_at', '>', now.getTime())
    .where('failures', '>', 0)
    .limit(limit)
    .execute()

/** Comes after `lockPairs`. */
export async function makeNamedPairsDue(transaction: Db, pairs: readonly StoredPairName[], now: Date): Promise<void> {
  for (const connectionId of new Set(pairs.map((pair) => pair.connectionId)))
    note(transaction, SYNC_DUE, { connectionId, isHere: true, isThere: false })
  const ids = pairs.map(({ id }) => id)
  await transaction.updateTable('sync_pair').set({ due_at: now.getTime() }).where('id', 'in', ids).execute()
}

export type StoredPairName = Pick<StoredPair, 'id' | 'connectionId'>
