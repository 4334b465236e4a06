import { sql } from 'kysely'

import { boundNumber } from '../engine/statements.ts'
import type { Db } from '../engine/tables.ts'

/** Pairs of a connection of which a direction waits for a person here; `cause`: with this code only. */
export interface Held {
  readonly connectionId: string
  readonly cause: string | null
}

const heldPairs = (db: Db, { connectionId, cause }: Held) => {
  const held = db.selectFrom('sync_pair').where('connection_id', '=', connectionId).where('fault', 'is not', null)
  return cause === null ? held : held.where('fault', '=', cause)
}

/** A page of them, in the order of their ids. */
export async function listHeldIds(
  db: Db,
  { after, limit, ...held }: Held & { readonly after: string; readonly limit: number },
): Promise<string[]> {
  const page = heldPairs(db, held).select('id').where('id', '>', after).orderBy('id').limit(boundNumber(limit))
  return (await page.execute()).map(({ id }) => id)
}

export async function countHeld(db: Db, held: Held): Promise<number> {
  const { count } = await heldPairs(db, held)
    .select((expression) => expression.fn.countAll().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** How many wait with each of these codes; nobody counts further than `upTo`. */
export async function countCauses(
  db: Db,
  connectionId: string,
  codes: readonly string[],
  upTo: number,
): Promise<ReadonlyMap<string, number>> {
  const counts = codes.map(
    (code) => sql`select ${sql.lit(code)} as code, count(*) as count
      from (select 1 from sync_pair where connection_id = ${connectionId} and fault = ${sql.lit(code)}
        limit ${sql.lit(upTo)}) as counted`,
  )
  const { rows } = await sql<{ code: string; count: number }>`${sql.join(counts, sql` union all `)}`.execute(db)
  return new Map(rows.map(({ code, count }) => [code, Number(count)]))
}
