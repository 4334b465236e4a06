import type { Db } from '../engine/tables.ts'

export interface ConsoleLinkRecord {
  readonly tokenHash: string
  readonly userId: string
  readonly expiresAt: Date
}

export async function insertConsoleLink(db: Db, { tokenHash, userId, expiresAt }: ConsoleLinkRecord): Promise<void> {
  await db
    .insertInto('console_link')
    .values({ token_hash: tokenHash, user_id: userId, expires_at: expiresAt.getTime() })
    .execute()
}

/** Undefined for a link that is unknown, spent or past its time: nobody can tell which. */
export async function findConsoleLink(db: Db, tokenHash: string, now: Date): Promise<ConsoleLinkRecord | undefined> {
  const row = await db
    .selectFrom('console_link')
    .selectAll()
    .where('token_hash', '=', tokenHash)
    .where('expires_at', '>', now.getTime())
    .executeTakeFirst()
  return row && { tokenHash, userId: row.user_id, expiresAt: new Date(row.expires_at) }
}

/** Answers whose link it was, once. */
export async function spendConsoleLink(db: Db, tokenHash: string, now: Date): Promise<string | undefined> {
  const row = await db
    .deleteFrom('console_link')
    .where('token_hash', '=', tokenHash)
    .where('expires_at', '>', now.getTime())
    .returning('user_id')
    .executeTakeFirst()
  return row?.user_id
}

export async function deleteConsoleLinksOf(db: Db, userId: string): Promise<void> {
  await db.deleteFrom('console_link').where('user_id', '=', userId).execute()
}

export async function forgetConsoleLinks(db: Db, now: Date): Promise<void> {
  await db.deleteFrom('console_link').where('expires_at', '<=', now.getTime()).execute()
}
