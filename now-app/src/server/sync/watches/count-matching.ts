import { INSTANCE_SYNC_LIMITS as LIMITS } from '@accord/shared/protocol'
import { GlideAggregate, GlideRecord } from '@servicenow/glide'
import { restrictQuery } from '../access/restrict-query.ts'
import { requireAccess } from '../access/sync-access.ts'
import { validateQuery } from '../access/validate-query.ts'

interface Matching {
  readonly matching: number
  /** What people call those that were changed last; none where that may not leave. */
  readonly newest: string[]
}

/** Records of this very table that match a condition. Refuses a table that is not open, and a condition that no trigger may have. */
export function findMatching(table: string, query: string): Matching {
  const access = requireAccess(table)
  validateQuery(access, query)
  const isParted = new GlideRecord(table).isValidField('sys_class_name')
  const condition = isParted ? restrictQuery(query, `sys_class_name=${table}`) : query
  const shown = new GlideRecord(table).getDisplayName()
  return {
    matching: countOf(table, condition),
    newest: access.readFields.includes(shown) ? namesOf(table, condition, shown) : [],
  }
}

function countOf(table: string, condition: string): number {
  const counted = new GlideAggregate(table)
  counted.addEncodedQuery(condition)
  counted.addAggregate('COUNT', '')
  counted.query()
  return counted.next() ? Number(counted.getAggregate('COUNT', '')) : 0
}

function namesOf(table: string, condition: string, shown: string): string[] {
  const row = new GlideRecord(table)
  row.addEncodedQuery(condition)
  row.orderByDesc('sys_updated_on')
  row.setLimit(LIMITS.newest)
  row.query()
  const names: string[] = []
  while (row.next()) names.push(row.getValue(shown) ?? '')
  return names.filter((name) => name !== '')
}
