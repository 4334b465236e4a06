import type { Db } from '../tables.ts'

/** Under which addresses this node has started, oldest first, and what each change concerned. */
export const createPublicUrlTable = (db: Db): Promise<void> =>
  db.schema
    .createTable('public_url')
    .addColumn('seq', 'integer', (column) => column.primaryKey())
    .addColumn('url', 'text', (column) => column.notNull())
    .addColumn('since', 'bigint', (column) => column.notNull())
    .addColumn('connections', 'integer', (column) => column.notNull())
    .addColumn('revoked', 'integer', (column) => column.notNull())
    .execute()
