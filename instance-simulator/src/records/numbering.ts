import type { Row } from '../contracts.ts'
import type { RowTables } from './row-tables.ts'
import type { Schema } from './schema.ts'

/** The sys_number row of the table or of its nearest ancestor that has one. */
export function findNumbering(schema: Schema, rows: RowTables, table: string): Row | undefined {
  const all = [...rows.rows('sys_number').values()]
  for (const name of schema.ancestry(table)) {
    const found = all.find((row) => row['category'] === name)
    if (found) return found
  }
  return undefined
}

/**
 * The next number of the table, e.g. `INC0010001`, and the counter that remembers it. A number once handed out is never
 * handed out again, even if its record was not saved.
 */
export function takeNumber(schema: Schema, rows: RowTables, table: string, newId: () => string): string {
  const numbering = findNumbering(schema, rows, table)
  if (!numbering) return ''
  const category = numbering['category'] ?? ''
  const counters = [...rows.rows('sys_number_counter').values()]
  const counter = counters.find((row) => row['table'] === category)
  const next = Math.max(Number(counter?.['number'] ?? 0), Number(numbering['number'] ?? 0)) + 1
  rows.put('sys_number_counter', {
    ...counter,
    sys_id: counter?.['sys_id'] ?? newId(),
    table: category,
    number: String(next),
  })
  return `${numbering['prefix'] ?? ''}${String(next).padStart(Number(numbering['maximum_digits'] || 7), '0')}`
}
