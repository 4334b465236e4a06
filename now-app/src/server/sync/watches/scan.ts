import { INSTANCE_SYNC_LIMITS } from '@accord/shared/protocol'
import type { ScanAnswer } from '@accord/shared/schemas'
import { GlideRecord } from '@servicenow/glide'
import { Refusal } from '../../http/refusal.ts'
import { glideTimeOf, isoOf } from '../../platform/glide-time.ts'
import { validateQuery } from '../access/validate-query.ts'
import { openClasses, requireAccess } from '../access/sync-access.ts'
import { restrictQuery } from '../access/restrict-query.ts'
import { findWatch } from './watches.ts'

const MOST = INSTANCE_SYNC_LIMITS.scanned

type Scanned = ScanAnswer['records'][number]

export interface Place {
  readonly at: string
  readonly id: string
}

/**
 * Records that a trigger finds and that were changed since then, by time and id. A page begins behind the last one of the page
 * before: first the rest of its second, then what is later, so that a thousand records of one second stop nobody.
 */
export function scanWatch(id: string, since: string, after: Place | undefined): Omit<ScanAnswer, 'time'> {
  const watch = findWatch(id)
  if (!watch) throw new Refusal('record_gone', `There is no watch ${id}.`)
  const access = requireAccess(watch.table)
  validateQuery(access, watch.query)
  const ask = (condition: string, most: number): Scanned[] => {
    const own = new GlideRecord(watch.table).isValidField('sys_class_name') ? `sys_class_name=${watch.table}^` : ''
    return versionsOf(watch.table, restrictQuery(watch.query, own + condition), most)
  }
  const rest = after ? ask(`sys_updated_on=${glideTimeOf(after.at)}^sys_id>${after.id}`, MOST) : []
  const later = after ? `sys_updated_on>${glideTimeOf(after.at)}` : `sys_updated_on>=${glideTimeOf(since)}`
  const records = rest.length < MOST ? [...rest, ...ask(later, MOST - rest.length)] : rest
  const last = records[records.length - 1]
  return { records, next: records.length === MOST && last ? { at: last.updatedAt, id: last.id } : null }
}

/** Of these records those that are there and whose own class is open. */
export function scanRecords(table: string, ids: readonly string[]): Omit<ScanAnswer, 'time'> {
  requireAccess(table)
  const classes = openClasses(table, [])
  const own = classes === undefined ? '' : `sys_class_nameIN${classes}^`
  return { records: versionsOf(table, `${own}sys_idIN${ids.join(',')}`, ids.length), next: null }
}

function versionsOf(table: string, query: string, most: number): Scanned[] {
  const row = new GlideRecord(table)
  row.addEncodedQuery(query)
  row.orderBy('sys_updated_on')
  row.orderBy('sys_id')
  row.setLimit(most)
  row.query()
  const found: Scanned[] = []
  while (row.next())
    found.push({
      id: row.getUniqueValue(),
      version: Number(row.getValue('sys_mod_count') ?? 0),
      updatedAt: isoOf(row.getValue('sys_updated_on')),
    })
  return found
}
