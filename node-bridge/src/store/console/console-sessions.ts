import type { Selectable } from 'kysely'

import type { ConsoleSessionTable } from '../engine/tables/console-tables.ts'
import type { Db } from '../engine/tables.ts'

export interface ConsoleSessionRecord {
  readonly tokenHash: string
  readonly userId: string
  readonly startedAt: Date
  readonly lastSeenAt: Date
  /** However busy it is. */
  readonly endsAt: Date
  readonly address: string
  readonly browser: string
}

const recordOf = (row: Selectable<ConsoleSessionTable>): ConsoleSessionRecord => ({
  tokenHash: row.token_hash,
  userId: row.user_id,
  startedAt: new Date(row.started_at),
  lastSeenAt: new Date(row.last_seen_at),
  endsAt: new Date(row.ends_at),
  address: row.address,
  browser: row.browser,
})

export async function insertConsoleSession(db: Db, session: ConsoleSessionRecord): Promise<void> {
  await db
    .insertInto('console_session')
    .values({
      token_hash: session.tokenHash,
      user_id: session.userId,
      started_at: session.startedAt.getTime(),
      last_seen_at: session.lastSeenAt.getTime(),
      ends_at: session.endsAt.getTime(),
      address: session.address,
      browser: session.browser,
    })
    .execute()
}

export async function findConsoleSession(db: Db, tokenHash: string): Promise<ConsoleSessionRecord | undefined> {
  const row = await db.selectFrom('console_session').selectAll().where('token_hash', '=', tokenHash).executeTakeFirst()
  return row && recordOf(row)
}

export async function listConsoleSessions(db: Db, userId: string): Promise<ConsoleSessionRecord[]> {
  const rows = await db
    .selectFrom('console_session')
    .selectAll()
    .where('user_id', '=', userId)
    .orderBy('last_seen_at', 'desc')
    .execute()
  return rows.map(recordOf)
}

export async function touchConsoleSession(db: Db, tokenHash: string, at: Date): Promise<void> {
  await db
    .updateTable('console_session')
    .set({ last_seen_at: at.getTime() })
    .where('token_hash', '=', tokenHash)
    .execute()
}

export async function deleteConsoleSession(db: Db, tokenHash: string): Promise<boolean> {
  const { numDeletedRows: deleted } = await db
    .deleteFrom('console_session')
    .where('token_hash', '=', tokenHash)
    .executeTakeFirstOrThrow()
  return deleted === 1n
}

/** `except`: the session that stays. */
export async function deleteConsoleSessionsOf(db: Db, userId: string, except = ''): Promise<number> {
  const { numDeletedRows: deleted } = await db
    .deleteFrom('console_session')
    .where('user_id', '=', userId)
    .where('token_hash', '!=', except)
    .executeTakeFirstOrThrow()
  return Number(deleted)
}

/** Removes what nobody can use any more. `idleSince`: sessions that were quiet since then. */
export async function forgetConsoleSessions(db: Db, now: Date, idleSince: Date): Promise<void> {
  await db
    .deleteFrom('console_session')
    .where((either) =>
      either.or([either('ends_at', '<=', now.getTime()), either('last_seen_at', '<=', idleSince.getTime())]),
    )
    .execute()
}
