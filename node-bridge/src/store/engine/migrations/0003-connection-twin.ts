import type { Db } from '../tables.ts'

export const addConnectionTwin = async (db: Db): Promise<void> =>
  db.schema.alterTable('connection').addColumn('twin_id', 'text').execute()
