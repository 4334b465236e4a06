import type { Db } from '../tables.ts'

/**
 * `proof`: that the node itself has written an entry which still waits for its place. The head counts how often an operator
 * (or a restore) has set the log going again, and from where the chain is vouched for since.
 */
export async function addAuditProof(db: Db): Promise<void> {
  await db.schema.alterTable('audit_entry').addColumn('proof', 'text').execute()
  await db.schema
    .alterTable('audit_head')
    .addColumn('generation', 'integer', (column) => column.notNull().defaultTo(0))
    .execute()
  await db.schema
    .alterTable('audit_head')
    .addColumn('since_seq', 'bigint', (column) => column.notNull().defaultTo(0))
    .execute()
  await db.schema.alterTable('audit_head').addColumn('since_hash', 'text').execute()
}
