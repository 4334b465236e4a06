import type { Db } from '../engine/tables.ts'

/**
 * One replica watches the tracker. It holds this for a while and renews it; clocks of replicas that differ let two of them watch
 * for that time, which costs calls and nothing else.
 */
export async function holdTrackerWatch(
  db: Db,
  token: string,
  { until, now }: { until: Date; now: Date },
): Promise<boolean> {
  const { numUpdatedRows: held } = await db
    .updateTable('tracker_watch')
    .set({ token, until: until.getTime() })
    .where(({ eb, or }) => or([eb('token', 'is', null), eb('token', '=', token), eb('until', '<', now.getTime())]))
    .executeTakeFirstOrThrow()
  return held === 1n
}

export async function releaseTrackerWatch(db: Db, token: string): Promise<void> {
  await db.updateTable('tracker_watch').set({ token: null, until: 0 }).where('token', '=', token).execute()
}

export async function loadScanMarks(db: Db): Promise<Readonly<Record<string, unknown>>> {
  const row = await db.selectFrom('tracker_watch').select('marks').executeTakeFirst()
  return row ? (JSON.parse(row.marks) as Record<string, unknown>) : {}
}

export async function saveScanMarks(db: Db, marks: Readonly<Record<string, unknown>>): Promise<void> {
  await db
    .updateTable('tracker_watch')
    .set({ marks: JSON.stringify(marks) })
    .execute()
}

/** For the replica that watches, which another one was called for. */
export async function noteWakeUp(transaction: Db): Promise<void> {
  await transaction
    .updateTable('tracker_watch')
    .set((expression) => ({ wake_ups: expression('wake_ups', '+', 1) }))
    .execute()
}

/** How often anybody was called for it. */
export async function countWakeUps(db: Db): Promise<number> {
  return Number((await db.selectFrom('tracker_watch').select('wake_ups').executeTakeFirstOrThrow()).wake_ups)
}
