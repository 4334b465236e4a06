import type { Db } from '../tables.ts'

/** Words that published rules could not translate, counted for whoever writes the line. */
export async function createUnmappedWords(db: Db): Promise<void> {
  await db.schema
    .createTable('unmapped_word')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('connection_id', 'text', (column) => column.notNull())
    .addColumn('table_name', 'text', (column) => column.notNull())
    .addColumn('direction', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('path', 'text', (column) => column.notNull())
    .addColumn('word_sealed', 'text', (column) => column.notNull())
    .addColumn('met', 'integer', (column) => column.notNull())
    .addColumn('first_at', 'bigint', (column) => column.notNull())
    .addColumn('last_at', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema
    .createIndex('unmapped_word_connection')
    .on('unmapped_word')
    .columns(['connection_id', 'table_name', 'direction', 'path', 'last_at'])
    .execute()
}
