import type { Db } from '../tables.ts'

export const createNodeSettingTable = (db: Db): Promise<void> =>
  db.schema
    .createTable('node_setting')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('value', 'text', (column) => column.notNull())
    .addColumn('changed_at', 'bigint', (column) => column.notNull())
    .addColumn('changed_by', 'text', (column) => column.notNull())
    .execute()
