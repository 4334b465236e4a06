import type { Db } from '../engine/tables.ts'

const THE_ONE = 1

/** `evaluationFrom`: the earliest beginning that was ever known. `seenAt`: the latest time that was ever seen. */
export interface LicenceClockRecord {
  readonly evaluationFrom: Date
  readonly seenAt: Date
}

/** Moves the beginning only back and the time only forward, whoever of several replicas comes first. */
export async function moveLicenceClock(db: Db, { evaluationFrom, seenAt }: LicenceClockRecord): Promise<void> {
  const [from, seen] = [evaluationFrom.getTime(), seenAt.getTime()]
  await db
    .insertInto('licence_clock')
    .values({ id: THE_ONE, evaluation_from: from, seen_at: seen })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
  await db.updateTable('licence_clock').set({ evaluation_from: from }).where('evaluation_from', '>', from).execute()
  await db.updateTable('licence_clock').set({ seen_at: seen }).where('seen_at', '<', seen).execute()
}

export async function findLicenceClock(db: Db): Promise<LicenceClockRecord | undefined> {
  const row = await db.selectFrom('licence_clock').selectAll().executeTakeFirst()
  return row && { evaluationFrom: new Date(row.evaluation_from), seenAt: new Date(row.seen_at) }
}
