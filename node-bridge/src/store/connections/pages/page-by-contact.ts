import { sql } from 'kysely'

import type { Db } from '../../engine/tables.ts'
import { LOOKED_AT, pageOfNeverSpoken } from './page-by-search.ts'
import { cutPage, type FoundPage, type PageRequest, type Place } from './place.ts'

/** Those that have spoken by the time of it; behind them, in either direction, those that never have. */
export async function pageByContact(db: Db, request: PageRequest): Promise<FoundPage> {
  if (request.after?.neverSpoken) return pageOfNeverSpoken(db, request)
  const spoken = await pageOfSpoken(db, request)
  if (spoken.next) return spoken
  const room = request.limit - spoken.found.length
  const never = await pageOfNeverSpoken(db, { ...request, after: undefined, limit: Math.max(1, room) })
  if (room === 0) return { found: spoken.found, next: never.found.length > 0 ? BEFORE_ALL_SILENT : undefined }
  return { found: [...spoken.found, ...never.found], next: never.next }
}

/** A page that was filled to the last place by those that have spoken ends here. */
const BEFORE_ALL_SILENT: Place = { key: '', id: '00000000-0000-0000-0000-000000000000', neverSpoken: true }

async function pageOfSpoken(db: Db, { states, descending, after, limit }: PageRequest): Promise<FoundPage> {
  const direction = descending ? 'desc' : 'asc'
  const behind = descending ? sql`<` : sql`>`
  const upTo = descending ? sql`>=` : sql`<=`
  const contacts = db
    .selectFrom('contact')
    .where(sql<boolean>`last_contact_at is not null`)
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(last_contact_at, connection_id) ${behind} (${after?.key}, ${after?.id})`),
    )
    .orderBy('last_contact_at', direction)
    .orderBy('connection_id', direction)
    .select(['connection_id as id', sql<number>`last_contact_at`.as('key')])
  const last = await contacts
    .offset(LOOKED_AT - 1)
    .limit(1)
    .executeTakeFirst()
  const within = last
    ? contacts.where(sql<boolean>`(last_contact_at, connection_id) ${upTo} (${last.key}, ${last.id})`)
    : contacts
  // Streamed along the index, so that it ends with the page and not with the window.
  const rows = await within
    .where(
      sql<boolean>`exists (select 1 from connection where id = contact.connection_id and state in (${sql.join(states)}))`,
    )
    .limit(limit + 1)
    .execute()
  const page = cutPage(rows, limit)
  return page.next || !last ? page : { ...page, next: last }
}
