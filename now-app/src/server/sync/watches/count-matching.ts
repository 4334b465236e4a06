import { INSTANCE_SYNC_LIMITS as LIMITS } from '@accord/shared/protocol'
import { GlideAggregate, GlideRecord } from '@servicenow/glide'
import { Refusal } from '../../http/refusal.ts'
import { restrictQuery } from '../access/restrict-query.ts'
import { requireAccess } from '../access/sync-access.ts'
import type { SyncAccess } from '../access/sync-access.ts'
import { validateQuery } from '../access/validate-query.ts'

interface Matching {
  readonly matching: number
  /** What people call those that were changed last; none where that may not leave. */
  readonly newest: string[]
  /** What each of them is about; empty where that may not leave. */
  readonly texts: string[]
}

const NOTHING: Matching = { matching: 0, newest: [], texts: [] }
/** What a record is about, in the tables that have it. */
const TEXT = 'short_description'

/**
 * Records of this very table that match a condition and, where there are words, whose name begins so or which are about that. Refuses
 * a table that is not open, and a condition that no trigger may have.
 */
export function findMatching(table: string, query: string, words = ''): Matching {
  const access = requireAccess(table)
  validateQuery(access, query)
  if (words !== '' && query.includes('^NQ'))
    throw new Refusal('query_invalid', 'Words are searched for in one condition, without ^NQ.')
  const isParted = new GlideRecord(table).isValidField('sys_class_name')
  const condition = isParted ? restrictQuery(query, `sys_class_name=${table}`) : query
  const fields = searchedIn(access)
  // Where neither may leave, a search would tell their values by what it finds.
  if (words !== '' && (fields.length === 0 || !isPlainText(words))) return NOTHING
  const narrow = (row: GlideRecord<string>) => {
    row.addEncodedQuery(condition)
    const [first, second] = fields
    if (words === '' || !first) return
    const either = row.addQuery(first.name, first.operator, words)
    if (second) either.addOrCondition(second.name, second.operator, words)
  }
  return { matching: countOf(table, narrow), ...namesOf(access, narrow) }
}

/** A value that is compared as it stands: the platform runs what begins with `javascript:`, and takes `^` for the next condition. */
const isPlainText = (value: string): boolean => !value.includes('^') && !/javascript:/i.test(value)

function searchedIn({ table, readFields }: SyncAccess) {
  const row = new GlideRecord(table)
  return [
    { name: row.getDisplayName(), operator: 'STARTSWITH' },
    { name: TEXT, operator: 'CONTAINS' },
  ].filter(({ name }) => readFields.includes(name) && row.isValidField(name))
}

type Narrow = (row: GlideRecord<string>) => void

function countOf(table: string, narrow: Narrow): number {
  const counted = new GlideAggregate(table)
  narrow(counted as unknown as GlideRecord<string>)
  counted.addAggregate('COUNT', '')
  counted.query()
  return counted.next() ? Number(counted.getAggregate('COUNT', '')) : 0
}

function namesOf({ table, readFields }: SyncAccess, narrow: Narrow): Pick<Matching, 'newest' | 'texts'> {
  const row = new GlideRecord(table)
  const shown = row.getDisplayName()
  if (!readFields.includes(shown)) return { newest: [], texts: [] }
  const hasText = readFields.includes(TEXT) && row.isValidField(TEXT)
  narrow(row)
  row.orderByDesc('sys_updated_on')
  row.setLimit(LIMITS.newest)
  row.query()
  const found: { name: string; text: string }[] = []
  while (row.next()) found.push({ name: row.getValue(shown) ?? '', text: hasText ? (row.getValue(TEXT) ?? '') : '' })
  const named = found.filter(({ name }) => name !== '')
  return { newest: named.map(({ name }) => name), texts: named.map(({ text }) => text) }
}
