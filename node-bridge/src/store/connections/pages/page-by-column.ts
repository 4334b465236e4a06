import type { ConnectionState } from '@accord/shared/protocol'
import { sql } from 'kysely'

import type { Db } from '../../engine/tables.ts'
import { cutPage, type Found, type FoundPage, type PageRequest, type Place } from './place.ts'

type Column = 'name_key' | 'updated_at'

/**
 * Each state has its own keyset scan along the index, and the page is cut from where they meet: no filter, and no number of
 * connections outside it, makes a page slower.
 */
export async function pageByColumn(db: Db, column: Column, request: PageRequest): Promise<FoundPage> {
  const { states, descending, after, limit } = request
  const [first, ...others] = states.map((state) =>
    keysetScan(db, { state, column, descending, after, limit: limit + 1 }),
  )
  if (!first) return { found: [], next: undefined }
  const direction = descending ? 'desc' : 'asc'
  const rows = await db
    .selectFrom(others.reduce((all, other) => all.unionAll(other), first).as('found'))
    .select(['id', 'key'])
    .orderBy('key', direction)
    .orderBy('id', direction)
    .limit(limit + 1)
    .execute()
  return cutPage(rows, limit)
}

/** One state after the other, each by name. */
export async function pageByState(db: Db, request: PageRequest): Promise<FoundPage> {
  const { after, descending, limit } = request
  const states = descending ? request.states.toReversed() : request.states
  const rows: (Found & { state: ConnectionState })[] = []
  for (const state of states.slice(Math.max(0, states.indexOf(after?.state ?? states[0]!)))) {
    const from = state === after?.state ? after : undefined
    const step = keysetScan(db, { state, column: 'name_key', descending, after: from, limit: limit + 1 - rows.length })
    rows.push(...(await step.execute()).map((row) => ({ ...row, state })))
    if (rows.length > limit) break
  }
  return cutPage(rows, limit, { state: rows[limit - 1]?.state ?? states[0]! })
}

interface KeysetScan {
  readonly state: ConnectionState
  readonly column: Column
  readonly descending: boolean
  readonly after: Place | undefined
  readonly limit: number
}

/** Wrapped, since SQLite takes no order and limit inside a union otherwise. */
function keysetScan(db: Db, { state, column, descending, after, limit }: KeysetScan) {
  const direction = descending ? 'desc' : 'asc'
  const behind = descending ? sql`<` : sql`>`
  const rows = db
    .selectFrom('connection')
    .select(['id', sql<string | number>`${sql.ref(column)}`.as('key')])
    .where('state', '=', state)
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(${sql.ref(column)}, id) ${behind} (${after?.key}, ${after?.id})`),
    )
    .orderBy(column, direction)
    .orderBy('id', direction)
    .limit(limit)
  return db.selectFrom(rows.as('scan')).select(['id', 'key'])
}
