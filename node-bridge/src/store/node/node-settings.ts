import type { Db } from '../engine/tables.ts'

/** A setting that was changed while the node ran. `value`: JSON. */
export interface NodeSettingRecord {
  readonly name: string
  readonly value: string
  readonly changedAt: Date
  readonly changedBy: string
}

export async function listNodeSettings(db: Db): Promise<NodeSettingRecord[]> {
  const rows = await db.selectFrom('node_setting').selectAll().orderBy('name').execute()
  return rows.map((row) => ({
    name: row.name,
    value: row.value,
    changedAt: new Date(row.changed_at),
    changedBy: row.changed_by,
  }))
}

export async function putNodeSetting(db: Db, { name, value, changedAt, changedBy }: NodeSettingRecord): Promise<void> {
  const change = { value, changed_at: changedAt.getTime(), changed_by: changedBy }
  await db
    .insertInto('node_setting')
    .values({ name, ...change })
    .onConflict((conflict) => conflict.column('name').doUpdateSet(change))
    .execute()
}

export async function removeNodeSetting(db: Db, name: string): Promise<void> {
  await db.deleteFrom('node_setting').where('name', '=', name).execute()
}
