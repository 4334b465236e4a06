import type { Db } from '../engine/tables.ts'
import type { DatabasePlace } from './database-place.ts'

/** A life of the database between two restores. `revoked`: open invitations that its beginning has revoked. */
export interface RestoreEpoch {
  readonly seq: number
  readonly epoch: string
  readonly beganAt: Date
  readonly revoked: number
  /** Where it lay when a host has last looked; nothing on the embedded database. */
  readonly place?: DatabasePlace
}

/** Oldest first. The first one began with the node and not with a restore. */
export async function listRestoreEpochs(db: Db): Promise<RestoreEpoch[]> {
  const rows = await db.selectFrom('restore_epoch').selectAll().orderBy('seq').execute()
  return rows.map(({ seq, epoch, began_at: beganAt, revoked, place }) => ({
    seq,
    epoch,
    beganAt: new Date(beganAt),
    revoked,
    place: place === null ? {} : (JSON.parse(place) as DatabasePlace),
  }))
}

/** False when another replica has begun it: of several that notice one restore, one acts. */
export async function beginRestoreEpoch(db: Db, { seq, epoch, beganAt, revoked }: RestoreEpoch): Promise<boolean> {
  const { numInsertedOrUpdatedRows: inserted } = await db
    .insertInto('restore_epoch')
    .values({ seq, epoch, began_at: beganAt.getTime(), revoked, place: null })
    .onConflict((conflict) => conflict.column('seq').doNothing())
    .executeTakeFirstOrThrow()
  return inserted === 1n
}

/** What a server does not say this time stays as it was known. */
export async function notePlace(db: Db, { seq, place: known = {} }: RestoreEpoch, now: DatabasePlace): Promise<void> {
  const text = JSON.stringify({ ...known, ...now })
  if (text === JSON.stringify(known)) return
  await db.updateTable('restore_epoch').set({ place: text }).where('seq', '=', seq).execute()
}

export async function countRevoked(db: Db, seq: number, revoked: number): Promise<void> {
  await db.updateTable('restore_epoch').set({ revoked }).where('seq', '=', seq).execute()
}

/** What the database remembers of this host; undefined for one that it has never seen. */
export async function readHostCounter(db: Db, host: string): Promise<number | undefined> {
  const row = await db.selectFrom('restore_counter').select('counter').where('host', '=', host).executeTakeFirst()
  return row && Number(row.counter)
}

/** Has any host remembered this database? */
export const hasHosts = async (db: Db): Promise<boolean> =>
  (await db.selectFrom('restore_counter').select('host').limit(1).executeTakeFirst()) !== undefined

/** Raises the counter of this host to at least `floor` + 1 and answers it. */
export async function raiseHostCounter(db: Db, host: string, floor: number): Promise<number> {
  const known = (await readHostCounter(db, host)) ?? 0
  const counter = Math.max(known, floor) + 1
  await db
    .insertInto('restore_counter')
    .values({ host, counter })
    .onConflict((conflict) => conflict.column('host').doUpdateSet({ counter }))
    .execute()
  return counter
}
