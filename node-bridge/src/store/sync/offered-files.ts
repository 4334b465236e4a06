import { sql } from 'kysely'

import type { Db } from '../engine/tables.ts'
import { fileOf, type PairFile } from './pair-files.ts'

/** More than these are not counted: who asks waits its longest time anyway. */
const MOST_COUNTED = 300

const asked = (db: Db, connectionId: string) =>
  db
    .selectFrom('pair_file')
    .where('connection_id', '=', connectionId)
    .where('direction', '=', sql.lit('out'))
    .where('due_at', 'is not', null)

/**
 * The other side wants it: it is fetched from the tracker once it is due. One that failed keeps the time of its next attempt.
 * `isToBeSent`: by a side that cannot be called, once it is here.
 */
export const askForOffered = (
  transaction: Db,
  { id, dueAt }: Pick<PairFile, 'id' | 'dueAt'>,
  { now, isToBeSent }: { readonly now: Date; readonly isToBeSent: boolean },
): Promise<unknown> =>
  transaction
    .updateTable('pair_file')
    .set({ due_at: (dueAt ?? now).getTime(), ...(isToBeSent && { asked_at: now.getTime() }) })
    .where('id', '=', id)
    .execute()

/** The one that has been due longest, and whether it is to be sent. */
export async function findDueOffered(
  db: Db,
  connectionId: string,
  now: Date,
): Promise<{ readonly file: PairFile; readonly isToBeSent: boolean } | undefined> {
  const row = await asked(db, connectionId)
    .selectAll()
    .where('due_at', '<=', now.getTime())
    .orderBy('due_at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return row && { file: fileOf(row), isToBeSent: row.asked_at !== null }
}

export async function nextOfferedAt(db: Db, connectionId: string): Promise<Date | undefined> {
  const row = await asked(db, connectionId).select('due_at').orderBy('due_at').limit(1).executeTakeFirst()
  return row?.due_at == null ? undefined : new Date(Number(row.due_at))
}

/** How many are asked for. */
export async function countAsked(db: Db, connectionId: string): Promise<number> {
  const rows = await asked(db, connectionId).select('id').limit(MOST_COUNTED).execute()
  return rows.length
}
