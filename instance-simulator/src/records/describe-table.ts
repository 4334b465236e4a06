import type { Row } from '../contracts.ts'
import { dictionarySeeds } from './base/seed-dictionary.ts'
import type { Schema } from './schema.ts'

/**
 * Entries of sys_dictionary that the platform makes by itself with a new table: the one about the table, and those about its
 * `sys_` columns. What stands there already is left alone.
 */
export function missingEntries(schema: Schema, entries: Iterable<Row>, name: string): readonly Row[] {
  const source = schema.source(name)
  if (!source) return []
  const known = new Set([...entries].filter((row) => row['name'] === name).map((row) => row['element'] ?? ''))
  const details = { isMetadata: false, isExtended: schema.find(name)?.columns.has('sys_class_name') ?? false }
  return dictionarySeeds({ ...source, columns: [] }, details).flatMap(([table, row]) =>
    table === 'sys_dictionary' && !known.has(row['element'] ?? '') ? [row] : [],
  )
}
