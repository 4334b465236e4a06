import type { Db } from '../tables.ts'

export const addJobTrace = async (db: Db): Promise<void> =>
  db.schema.alterTable('job').addColumn('traceparent', 'text').execute()
