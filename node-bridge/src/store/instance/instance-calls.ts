import type { Database } from '../engine/database.ts'
import type { Db } from '../engine/tables.ts'

const THE_ONE = 1

/** Until when everything is paid for with one call more, or how long that one has to wait. */
type Pay = (paidUntil: Date | null) => { readonly paidUntil: Date } | { readonly waitMs: number }

/** What is counted: every call, or what work that nobody waits for means to make. */
export type CallsCounted = 'calls_paid_until' | 'backfill_paid_until'

/** Calls to the instance, counted for all replicas. Milliseconds to wait, or undefined where they may be made. */
export function takeInstanceCall(
  { transaction }: Database,
  pay: Pay,
  counted: CallsCounted = 'calls_paid_until',
): Promise<number | undefined> {
  return transaction(async (db) => {
    for (;;) {
      const row = await db
        .selectFrom('pairing')
        .select(`${counted} as paidUntil`)
        .where('id', '=', THE_ONE)
        .executeTakeFirst()
      if (!row) return undefined
      const { paidUntil } = row
      const taken = pay(paidUntil === null ? null : new Date(Number(paidUntil)))
      if ('waitMs' in taken) return taken.waitMs
      const { numUpdatedRows } = await db
        .updateTable('pairing')
        .set({ [counted]: taken.paidUntil.getTime() })
        .where('id', '=', THE_ONE)
        .where(counted, 'is not distinct from', paidUntil)
        .executeTakeFirst()
      if (numUpdatedRows > 0n) return undefined
    }
  })
}

/** Until when the calls that were made are paid for; null where none was counted. */
export async function findCallsPaidUntil(db: Db): Promise<Date | null> {
  const row = await db.selectFrom('pairing').select('calls_paid_until').where('id', '=', THE_ONE).executeTakeFirst()
  return row?.calls_paid_until == null ? null : new Date(Number(row.calls_paid_until))
}
