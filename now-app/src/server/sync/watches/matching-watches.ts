import { GlideFilter } from '@servicenow/glide'
import type { GlideRecord } from '@servicenow/glide'
import { validateQuery } from '../access/validate-query.ts'
import { findAccess } from '../access/sync-access.ts'
import { findingOf } from '../finding.ts'
import { watchesOf } from './watches.ts'
import type { Watch } from './watches.ts'

/** Ids of the triggers that a record matches now. */
export type Matching = (row: GlideRecord<string>) => readonly string[]

/**
 * Validates the conditions once for all records of one call: one that has become invalid, or that asks about a field which has been
 * closed since, matches nothing.
 */
export function watchMatcher(): Matching {
  const usable = new Map<string, readonly Watch[]>()
  return (row) => {
    const table = row.getRecordClassName()
    const watches = usable.get(table) ?? watchesOf(table).filter(isUsable)
    usable.set(table, watches)
    return watches.filter(({ query }) => query === '' || GlideFilter.checkRecord(row, query)).map(({ id }) => id)
  }
}

function isUsable({ table, query }: Watch): boolean {
  const access = findAccess(table)
  if (!access) return false
  return !('refused' in findingOf(() => ({ validated: validateQuery(access, query) })))
}
