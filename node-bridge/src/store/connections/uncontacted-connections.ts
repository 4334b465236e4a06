import { sql } from 'kysely'

import type { Db } from '../engine/tables.ts'

/** A place in the order of the last change, oldest first. `changedAt`: milliseconds. */
export interface ChangePlace {
  readonly changedAt: number
  readonly id: string
}

export interface UncontactedQuery {
  readonly queues: readonly string[]
  readonly state: string
  /** Behind this place. */
  readonly after: ChangePlace
  readonly limit: number
}

export interface UncontactedPage {
  readonly ids: readonly string[]
  /** Where the next page begins; undefined at the end. */
  readonly next: ChangePlace | undefined
}

/**
 * A page of the connections in this state that know their peer, and of them those for which none of
 * these queues has a job. A keyset scan along an index: what has not changed since costs nothing.
 */
export async function listUncontacted(db: Db, query: UncontactedQuery): Promise<UncontactedPage> {
  const { state, after, limit } = query
  const page = await db
    .selectFrom('connection')
    .select(['id', 'shared_id', 'updated_at'])
    .where('state', '=', state)
    .where('updated_at', '>=', after.changedAt)
    .where(({ or, eb }) => or([eb('updated_at', '>', after.changedAt), eb('id', '>', after.id)]))
    .orderBy('updated_at')
    .orderBy('id')
    .limit(sql.lit(limit))
    .execute()
  const candidates = page.flatMap(({ id, shared_id: sharedId }) => (sharedId === null ? [] : id))
  const waiting = await keysOfWaitingJobs(db, query.queues, candidates)
  const last = page.at(-1)
  return {
    ids: candidates.filter((id) => !waiting.has(id)),
    next: last && page.length === limit ? { changedAt: last.updated_at, id: last.id } : undefined,
  }
}

async function keysOfWaitingJobs(db: Db, queues: readonly string[], keys: readonly string[]): Promise<Set<string>> {
  if (keys.length === 0) return new Set()
  const jobs = await db
    .selectFrom('job')
    .select('queue_key')
    .where('state', '=', sql.lit('waiting'))
    .where('queue', 'in', queues)
    .where('queue_key', 'in', keys)
    .execute()
  return new Set(jobs.map(({ queue_key: key }) => key))
}
