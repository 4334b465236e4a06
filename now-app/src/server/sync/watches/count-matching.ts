import { GlideAggregate, GlideRecord } from '@servicenow/glide'
import { restrictQuery } from '../access/restrict-query.ts'
import { requireAccess } from '../access/sync-access.ts'
import { validateQuery } from '../access/validate-query.ts'

/** Records of this very table that match a condition. Refuses a table that is not open, and a condition that no trigger may have. */
export function countMatching(table: string, query: string): number {
  validateQuery(requireAccess(table), query)
  const counted = new GlideAggregate(table)
  const own = `sys_class_name=${table}`
  counted.addEncodedQuery(new GlideRecord(table).isValidField('sys_class_name') ? restrictQuery(query, own) : query)
  counted.addAggregate('COUNT', '')
  counted.query()
  return counted.next() ? Number(counted.getAggregate('COUNT', '')) : 0
}
