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
            [...rows.rows(holder).values()]
              .filter((row) => row[name] === sysId)
              .map((row) => ({ table: holder, row, field: name, rule: cascade })),
          ),
      ),
  )
}
