import type { Db } from '../engine/tables.ts'

/** An address under which this node has started. The counts are of what its beginning concerned; the first concerned nothing. */
export interface PublicUrlRecord {
  readonly seq: number
  readonly url: string
  readonly since: Date
  /** Connections whose other side knew the address before. */
  readonly connections: number
  /** Open codes that named it, and were revoked. */
  readonly revoked: number
}

export async function readLastPublicUrl(db: Db): Promise<PublicUrlRecord | undefined> {
  const row = await db.selectFrom('public_url').selectAll().orderBy('seq', 'desc').limit(1).executeTakeFirst()
  return row && { ...row, since: new Date(row.since) }
}

/** The newest few, newest first. */
export async function listPublicUrls(db: Db, limit: number): Promise<PublicUrlRecord[]> {
  const rows = await db.selectFrom('public_url').selectAll().orderBy('seq', 'desc').limit(limit).execute()
  return rows.map((row) => ({ ...row, since: new Date(row.since) }))
}

/** False when another replica has noted it: of several that start anew, one acts. */
export async function beginPublicUrl(db: Db, { since, ...record }: PublicUrlRecord): Promise<boolean> {
  const { numInsertedOrUpdatedRows: inserted } = await db
    .insertInto('public_url')
    .values({ ...record, since: since.getTime() })
    .onConflict((conflict) => conflict.column('seq').doNothing())
    .executeTakeFirstOrThrow()
  return inserted === 1n
}

export async function countConcerned(
  db: Db,
  { seq, connections, revoked }: Pick<PublicUrlRecord, 'seq' | 'connections' | 'revoked'>,
): Promise<void> {
  await db.updateTable('public_url').set({ connections, revoked }).where('seq', '=', seq).execute()
}
