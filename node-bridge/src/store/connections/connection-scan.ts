import { sql } from 'kysely'

import type { ChangePlace } from './uncontacted-connections.ts'
import type { ConnectionRecord } from './connection-record.ts'
import { recordOf } from './connection-row.ts'
import type { Db } from '../engine/tables.ts'

const PAGE = 200

export interface IdPage {
  readonly ids: readonly string[]
  /** The id behind which the next page begins; undefined at the end. */
  readonly next: string | undefined
}

/** The ids of the connections behind this one, in these states or in any, by the order of ids. */
export async function pageConnectionIds(db: Db, after: string, states?: readonly string[]): Promise<IdPage> {
  const rows = await db
    .selectFrom('connection')
    .select(['id', 'state'])
    .where('id', '>', after)
    .orderBy('id')
    .limit(sql.lit(PAGE))
    .execute()
  return {
    ids: rows.flatMap(({ id, state }) => (states && !states.includes(state) ? [] : id)),
    next: rows.length === PAGE ? rows.at(-1)?.id : undefined,
  }
}

/** All of them, a page at a time: however many there are, few are in memory. */
export async function* scanConnectionIds(db: Db, states?: readonly string[]): AsyncGenerator<readonly string[]> {
  for (let after: string | undefined = ''; after !== undefined;) {
    const page: IdPage = await pageConnectionIds(db, after, states)
    yield page.ids
    after = page.next
  }
}

export interface AgedPage {
  readonly records: readonly ConnectionRecord[]
  /** Where the next page begins; undefined at the end. */
  readonly next: ChangePlace | undefined
}

/**
 * A page of the active connections behind this place, and of them those whose local key was made before `madeBefore`.
 * A keyset scan along an index: what a page costs does not depend on how many connections there are.
 */
export async function pageAgedKeys(db: Db, madeBefore: Date, after: ChangePlace): Promise<AgedPage> {
  const rows = await db
    .selectFrom('connection')
    .selectAll()
    .where('state', '=', sql.lit('active'))
    .where('updated_at', '>=', after.changedAt)
    .where(({ or, eb }) => or([eb('updated_at', '>', after.changedAt), eb('id', '>', after.id)]))
    .orderBy('updated_at')
    .orderBy('id')
    .limit(sql.lit(PAGE))
    .execute()
  const last = rows.at(-1)
  const old = rows.filter((row) => (row.activated_at ?? row.created_at) < madeBefore.getTime())
  const replaced = await replacedSince(
    db,
    madeBefore,
    old.map(({ id }) => id),
  )
  return {
    records: old.filter(({ id }) => !replaced.has(id)).map(recordOf),
    next: last && rows.length === PAGE ? { changedAt: last.updated_at, id: last.id } : undefined,
  }
}

async function replacedSince(db: Db, since: Date, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await db
    .selectFrom('key_rotation')
    .select('connection_id')
    .where('connection_id', 'in', ids)
    .where('owner', '=', sql.lit('local'))
    .where('at', '>=', since.getTime())
    .execute()
  return new Set(rows.map(({ connection_id: id }) => id))
}
