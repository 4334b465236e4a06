import type { Database } from '../engine/database.ts'

const THE_ONE = 1

/** Until when everything is paid for with one call more, or how long that one has to wait. */
type Pay = (paidUntil: Date | null) => { readonly paidUntil: Date } | { readonly waitMs: number }

/** One more call to the instance, counted for all replicas. Milliseconds to wait, or undefined where it may be made. */
export function takeInstanceCall({ transaction }: Database, pay: Pay): Promise<number | undefined> {
  return transaction(async (db) => {
    for (;;) {
      const row = await db
        .selectFrom('pairing')
        .select('calls_paid_until as paidUntil')
        .where('id', '=', THE_ONE)
        .executeTakeFirst()
      if (!row) return undefined
      const { paidUntil } = row
      const taken = pay(paidUntil === null ? null : new Date(Number(paidUntil)))
      if ('waitMs' in taken) return taken.waitMs
      const { numUpdatedRows } = await db
        .updateTable('pairing')
        .set({ calls_paid_until: taken.paidUntil.getTime() })
        .where('id', '=', THE_ONE)
        .where('calls_paid_until', 'is not distinct from', paidUntil)
        .executeTakeFirst()
      if (numUpdatedRows > 0n) return undefined
    }
  })
}
