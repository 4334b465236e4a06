import type { Row } from '../contracts.ts'
import type { RowTables } from './row-tables.ts'
import type { Schema } from './schema.ts'

export interface Referrer {
  readonly table: string
  readonly row: Row
  readonly field: string
  /** The column's reference_cascade_rule, never empty or `none`. */
  readonly rule: string
}

/** Rows that point at a row of `table` by a column with a cascade rule. References without a rule stay as they are. */
export function referrersOf(schema: Schema, rows: RowTables, table: string, sysId: string): readonly Referrer[] {
  const targets = schema.ancestry(table)
  return [...schema.sources()].flatMap((source) =>
    source.columns
      .filter(
        ({ reference, cascade }) => cascade !== undefined && reference !== undefined && targets.includes(reference),
      )
      .flatMap(({ name, cascade = '' }) =>
        schema
          .family(source.name)
          .flatMap((holder) =>
            rows.having(holder, name, [sysId]).map((row) => ({ table: holder, row, field: name, rule: cascade })),
          ),
      ),
  )
}

/** What hangs on a row and goes with it: its attachments with their chunks, and the entries of its journals. */
export function dependentsOf(
  rows: RowTables,
  sysId: string,
): readonly { readonly table: string; readonly sysId: string }[] {
  const owners = {
    sys_attachment: 'table_sys_id',
    sys_attachment_doc: 'sys_attachment',
    sys_journal_field: 'element_id',
  }
  return Object.entries(owners).flatMap(([table, owner]) =>
    rows.having(table, owner, [sysId]).map((row) => ({ table, sysId: row['sys_id'] ?? '' })),
  )
}
