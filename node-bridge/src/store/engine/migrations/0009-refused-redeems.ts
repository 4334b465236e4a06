import type { Db } from '../tables.ts'

export const addRefusedRedeems = async (db: Db): Promise<void> =>
  db.schema.alterTable('connection').addColumn('refused_redeems', 'text').execute()
