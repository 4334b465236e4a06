import type { FindAnswer } from '@accord/shared/schemas'
import { GlideRecord } from '@servicenow/glide'
import { Refusal } from '../../http/refusal.ts'
import { requireReadable } from '../access/validate-query.ts'
import { findAccess, openClasses, requireAccess } from '../access/sync-access.ts'

/** More than one is ambiguous, however many there are. */
const MOST = 2

type Match = NonNullable<FindAnswer['finds'][number]['matches']>[number]

export interface Find {
  readonly table: string
  /** Exact values by field. */
  readonly where?: Readonly<Record<string, string>> | undefined
  /** Or what people call the record. */
  readonly display?: string | undefined
}

/** A value that is compared as it stands: the platform runs what begins with `javascript:`, and takes `^` for the next condition. */
const isPlainText = (value: string): boolean => value !== '' && !value.includes('^') && !/^\s*javascript:/i.test(value)

/** Records that rules look up: by fields that may leave, since finding one tells its value. */
export function findRecords({ table, where, display }: Find): { matches: Match[] } {
  const access = requireAccess(table)
  const row = new GlideRecord(table)
  const shown = row.getDisplayName()
  const wanted = Object.entries(where ?? { [shown]: display ?? '' })
  for (const [field, value] of wanted) {
    requireReadable(access, field)
    if (!isPlainText(value)) throw new Refusal('query_invalid', `Nothing is looked up by “${value}”.`)
    row.addQuery(field, value)
  }
  const classes = openClasses(
    table,
    wanted.map(([field]) => field).filter((field) => access.readFields.includes(field)),
  )
  if (classes !== undefined) row.addQuery('sys_class_name', 'IN', classes)
  row.setLimit(MOST)
  row.query()
  const matches: Match[] = []
  while (row.next()) {
    const own = findAccess(row.getRecordClassName())
    const name = own?.readFields.includes(shown) ? row.getValue(shown) : ''
    matches.push({ id: row.getUniqueValue(), display: name ?? '' })
  }
  return { matches }
}
