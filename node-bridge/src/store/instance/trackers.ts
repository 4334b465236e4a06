import type { Tracker } from '@accord/shared/schemas'

import type { Db } from '../engine/tables.ts'

const THE_ONE = 1

/** What this side is, where no instance is paired. */
export async function findTracker(db: Db): Promise<Tracker | undefined> {
  const row = await db.selectFrom('tracker').selectAll().executeTakeFirst()
  return row && { kind: row.kind as Tracker['kind'], url: row.url, name: row.name }
}

export async function replaceTracker(db: Db, { kind, url, name }: Tracker): Promise<void> {
  await db
    .insertInto('tracker')
    .values({ id: THE_ONE, kind, url, name })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ kind, url, name }))
    .execute()
}
