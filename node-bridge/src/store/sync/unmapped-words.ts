import type { UnmappedKind } from '@accord/shared/sync'
import { sql } from 'kysely'

import { boundNumber } from '../engine/statements.ts'
import type { Db } from '../engine/tables.ts'

/** Whose rules have met a word. */
export interface RulesPlace {
  readonly connectionId: string
  readonly table: string
  readonly direction: 'outgoing' | 'incoming'
}

/** A word that published rules could not translate. */
export interface UnmappedWordRecord extends RulesPlace {
  /** The same for the same word, kind and path. */
  readonly id: string
  readonly kind: UnmappedKind
  readonly path: string
  readonly wordSealed: string
  readonly met: number
  readonly firstAt: Date
  readonly lastAt: Date
}

/** Adds to what was counted before. In the order of the ids, so that two who count wait for each other and no further. */
export async function countUnmappedWords(transaction: Db, words: readonly UnmappedWordRecord[]): Promise<void> {
  for (const word of words.toSorted((one, other) => (one.id < other.id ? -1 : 1)))
    await transaction
      .insertInto('unmapped_word')
      .values({
        id: word.id,
        connection_id: word.connectionId,
        table_name: word.table,
        direction: word.direction,
        kind: word.kind,
        path: word.path,
        word_sealed: word.wordSealed,
        met: word.met,
        first_at: word.firstAt.getTime(),
        last_at: word.lastAt.getTime(),
      })
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet(({ ref }) => ({
          met: sql<number>`unmapped_word.met + excluded.met`,
          word_sealed: ref('excluded.word_sealed'),
          last_at: ref('excluded.last_at'),
        })),
      )
      .execute()
}

/** What was not met for longest makes room: no more of one path than `ofPath`, no more of a connection than `all`. */
export async function boundUnmappedWords(
  db: Db,
  { connectionId, table, direction, path }: RulesPlace & { readonly path: string },
  { ofPath, all }: { readonly ofPath: number; readonly all: number },
): Promise<void> {
  const MANY = 10_000
  const ids = db.selectFrom('unmapped_word').select('id').where('connection_id', '=', connectionId)
  const older = (query: typeof ids, kept: number) =>
    query.orderBy('last_at', 'desc').orderBy('id').limit(boundNumber(MANY)).offset(boundNumber(kept))
  const inPath = ids.where('table_name', '=', table).where('direction', '=', direction).where('path', '=', path)
  for (const excess of [older(inPath, ofPath), older(ids, all)]) {
    const found = await excess.execute()
    if (found.length === 0) continue
    const gone = found.map(({ id }) => id)
    await db.deleteFrom('unmapped_word').where('id', 'in', gone).execute()
  }
}

/** Those of a table that were met most often. */
export async function listUnmappedWords(
  db: Db,
  { connectionId, table }: Omit<RulesPlace, 'direction'>,
  limit: number,
): Promise<UnmappedWordRecord[]> {
  const rows = await db
    .selectFrom('unmapped_word')
    .selectAll()
    .where('connection_id', '=', connectionId)
    .where('table_name', '=', table)
    .orderBy('met', 'desc')
    .orderBy('id')
    .limit(boundNumber(limit))
    .execute()
  return rows.map((row) => ({
    id: row.id,
    connectionId: row.connection_id,
    table: row.table_name,
    direction: row.direction as RulesPlace['direction'],
    kind: row.kind as UnmappedKind,
    path: row.path,
    wordSealed: row.word_sealed,
    met: row.met,
    firstAt: new Date(Number(row.first_at)),
    lastAt: new Date(Number(row.last_at)),
  }))
}

/** Other rules count anew: what they still do not know comes again. */
export async function forgetWordsOfRules(
  transaction: Db,
  { connectionId, table, direction }: RulesPlace,
): Promise<void> {
  await transaction
    .deleteFrom('unmapped_word')
    .where('connection_id', '=', connectionId)
    .where('table_name', '=', table)
    .where('direction', '=', direction)
    .execute()
}

/** Those that nobody has met since. */
export async function forgetUnmappedWords(db: Db, before: Date): Promise<void> {
  await db.deleteFrom('unmapped_word').where('last_at', '<', before.getTime()).execute()
}
