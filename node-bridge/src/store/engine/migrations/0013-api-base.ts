import type { Db } from '../tables.ts'

/** Where the application answers on its instance. An instance that was paired before has the application of that time. */
export const addApiBase = (db: Db): Promise<void> =>
  db.schema
    .alterTable('pairing')
    .addColumn('api_base', 'text', (column) => column.notNull().defaultTo('/api/x_accord_bridge/v1'))
    .execute()
