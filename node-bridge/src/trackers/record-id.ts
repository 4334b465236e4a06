import { createHash } from 'node:crypto'

/**
 * The id of the record that a pair makes in a table. It follows from the pair, so that a second record of the same pair meets the
 * first; the application on an instance derives the same one.
 */
export const recordIdOf = (pair: string, table: string): string =>
  createHash('sha256').update(`accord record\n${pair}\n${table}`).digest('hex').slice(0, 32)
