import type { Db } from '../tables.ts'

/** Until when the calls to the instance that were made are paid for, where an hour has a number of them. */
export const addInstanceCalls = (db: Db): Promise<void> =>
  db.schema.alterTable('pairing').addColumn('calls_paid_until', 'bigint').execute()
