import type { Db } from '../engine/tables.ts'

/** A licence as it was installed. `token` is checked again each time it is read: the database is no proof. */
export interface LicenceRecord {
  readonly id: string
  readonly token: string
  readonly installedAt: Date
  readonly installedBy: string
}

/** Oldest first. */
export async function listLicences(db: Db): Promise<LicenceRecord[]> {
  const rows = await db.selectFrom('licence').selectAll().orderBy('installed_at').orderBy('id').execute()
  return rows.map((row) => ({
    id: row.id,
    token: row.token,
    installedAt: new Date(row.installed_at),
    installedBy: row.installed_by,
  }))
}

/** False when this licence was installed before: nothing is written. */
export async function insertLicence(db: Db, { id, token, installedAt, installedBy }: LicenceRecord): Promise<boolean> {
  const { numInsertedOrUpdatedRows: inserted } = await db
    .insertInto('licence')
    .values({ id, token, installed_at: installedAt.getTime(), installed_by: installedBy })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirstOrThrow()
  return inserted === 1n
}
