import { boundNumber } from '../engine/statements.ts'
import type { Db } from '../engine/tables.ts'

/** `sent`: the other side has applied a change of ours; `received`: we have applied one of theirs; `held`: a pair began to wait for a person here. */
export const ACTIVITY_KINDS = ['sent', 'received', 'held'] as const
export type ActivityKind = (typeof ACTIVITY_KINDS)[number]

/** Changes of one connection in one hour. */
export interface Activity {
  readonly connectionId: string
  /** When the hour began. */
  readonly hourMs: number
  readonly kind: ActivityKind
  /** They took at most so long; 0: not known. */
  readonly upToMs: number
  readonly count: number
}

/** Rows of one statement: so many values are bound on both databases, and building a statement for each row would cost more than writing it. */
const TOGETHER = 100

const inParts = <T>(all: readonly T[]): readonly T[][] =>
  Array.from({ length: Math.ceil(all.length / TOGETHER) }, (_, part) =>
    all.slice(part * TOGETHER, (part + 1) * TOGETHER),
  )

/** Adds what was counted to what stands there: several replicas count. Each key once. */
export async function addActivity(transaction: Db, counted: readonly Activity[]): Promise<void> {
  for (const part of inParts(counted))
    await transaction
      .insertInto('sync_activity')
      .values(
        part.map(({ connectionId, hourMs, kind, upToMs, count }) => ({
          connection_id: connectionId,
          hour_at: hourMs,
          kind,
          up_to_ms: upToMs,
          count,
        })),
      )
      .onConflict((conflict) =>
        conflict
          .columns(['connection_id', 'hour_at', 'kind', 'up_to_ms'])
          .doUpdateSet(({ eb, ref }) => ({ count: eb('sync_activity.count', '+', ref('excluded.count')) })),
      )
      .execute()
}

/** When something of these connections last moved; what another replica has written since stays. */
export async function noteLastActivity(transaction: Db, moved: ReadonlyMap<string, number>): Promise<void> {
  for (const part of inParts([...moved]))
    await transaction
      .insertInto('sync_last_activity')
      .values(part.map(([connection_id, moved_at]) => ({ connection_id, moved_at })))
      .onConflict((conflict) =>
        conflict
          .column('connection_id')
          .doUpdateSet(({ ref }) => ({ moved_at: ref('excluded.moved_at') }))
          .whereRef('sync_last_activity.moved_at', '<', 'excluded.moved_at'),
      )
      .execute()
}

/** Of these connections, from that hour on. */
export async function listActivity(db: Db, connectionIds: readonly string[], sinceMs: number): Promise<Activity[]> {
  if (connectionIds.length === 0) return []
  const rows = await db
    .selectFrom('sync_activity')
    .selectAll()
    .where('connection_id', 'in', connectionIds)
    .where('hour_at', '>=', boundNumber(sinceMs))
    .execute()
  return rows.map((row) => ({
    connectionId: row.connection_id,
    hourMs: Number(row.hour_at),
    kind: row.kind as ActivityKind,
    upToMs: Number(row.up_to_ms),
    count: Number(row.count),
  }))
}

/** Connections of which something moved, those that moved last first. */
export async function listLastMoved(db: Db, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('sync_last_activity')
    .select('connection_id')
    .orderBy('moved_at', 'desc')
    .orderBy('connection_id', 'desc')
    .limit(boundNumber(limit))
    .execute()
  return rows.map((row) => row.connection_id)
}

export async function forgetActivity(db: Db, before: Date): Promise<void> {
  await db.deleteFrom('sync_activity').where('hour_at', '<', before.getTime()).execute()
  await db.deleteFrom('sync_last_activity').where('moved_at', '<', before.getTime()).execute()
}
