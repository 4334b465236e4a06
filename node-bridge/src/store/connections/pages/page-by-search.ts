import { type RawBuilder, sql } from 'kysely'

import type { Db } from '../../engine/tables.ts'
import { cutPage, type FoundPage, type PageRequest, type Place } from './place.ts'

/**
 * How many connections one page looks at, so that it costs no more with a million than with a thousand: what is rare among
 * very many is found over several pages.
 */
export const LOOKED_AT = 1000

/** By name, always: that is the order in which everything that a search looks at stands in one index. */
export function pageBySearch(db: Db, { words, states, after, limit }: PageRequest): Promise<FoundPage> {
  const matches = words.map((word) => sql<boolean>`coalesce(search_key, name_key) like ${patternOf(word)} escape '\\'`)
  return lookThrough(db, { after, limit }, [sql<boolean>`state in (${sql.join(states)})`, ...matches])
}

/** Those without any contact yet, by name. */
export function pageOfNeverSpoken(db: Db, { states, after, limit }: PageRequest): Promise<FoundPage> {
  return lookThrough(
    db,
    { after, limit },
    [
      sql<boolean>`state in (${sql.join(states)})`,
      sql<boolean>`not exists (select 1 from contact where connection_id = connection.id and last_contact_at is not null)`,
    ],
    { neverSpoken: true },
  )
}

async function lookThrough(
  db: Db,
  { after, limit }: Pick<PageRequest, 'after' | 'limit'>,
  conditions: readonly RawBuilder<boolean>[],
  kind: Omit<Place, 'key' | 'id'> = {},
): Promise<FoundPage> {
  // The index is partial: both databases take it only where the query says the same, in the same words.
  const listed = db
    .selectFrom('connection')
    .select(['id', 'name_key as key'])
    .where(sql<boolean>`state <> 'terminated'`)
    .$if(after !== undefined, (query) => query.where(sql<boolean>`(name_key, id) > (${after?.key}, ${after?.id})`))
    .orderBy('name_key')
    .orderBy('id')
  const last = await listed
    .offset(LOOKED_AT - 1)
    .limit(1)
    .executeTakeFirst()
  const within = last ? listed.where(sql<boolean>`(name_key, id) <= (${last.key}, ${last.id})`) : listed
  const rows = await conditions
    .reduce((query, condition) => query.where(condition), within)
    .limit(limit + 1)
    .execute()
  const page = cutPage(rows, limit, kind)
  return page.next || !last ? page : { ...page, next: { ...kind, ...last } }
}

const patternOf = (word: string): string => `%${word.replace(/[\\%_]/gu, '\\$&')}%`
