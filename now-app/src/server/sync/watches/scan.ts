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
 * before, so that a thousand records of one second stop nobody.
 */
export function scanWatch(id: string, since: string, after: Place | undefined): Omit<ScanAnswer, 'time'> {
  const watch = findWatch(id)
  if (!watch) throw new Refusal('record_gone', `There is no watch ${id}.`)
  const access = requireAccess(watch.table)
  validateQuery(access, watch.query)
  const own = new GlideRecord(watch.table).isValidField('sys_class_name') ? `sys_class_name=${watch.table}^` : ''
  const ask = (condition: string, most: number): Scanned[] =>
    versionsOf(watch.table, restrictQuery(watch.query, own + condition), most)
  const records = pageOf(ask, since, after)
  return { records, next: placeBehind(records.map(({ updatedAt, id: record }) => ({ at: updatedAt, id: record }))) }
}

/**
 * Of what a condition finds in this very table, so many at most behind an id. The order never changes, whatever happens to a record, so
 * that a list of many pages names each once.
 */
export function listMatching(
  table: string,
  query: string,
  { behind, most }: { readonly behind: string | undefined; readonly most: number },
): Omit<ScanAnswer, 'time'> {
  const access = requireAccess(table)
  validateQuery(access, query)
  const own = new GlideRecord(table).isValidField('sys_class_name') ? [`sys_class_name=${table}`] : []
  const page = [...own, ...(behind === undefined ? [] : [`sys_id>${behind}`])].join('^')
  const condition = page === '' ? query : restrictQuery(query, page)
  return { records: versionsOf(table, condition, Math.min(most, MOST), ['sys_id']), next: null }
}

/** Records of this table to which a file was attached since then. What was removed leaves no trace here. */
export function scanFiles(table: string, since: string, after: Place | undefined): Omit<ScanAnswer, 'time'> {
  if (!requireAccess(table).readFiles) return { records: [], next: null }
  const ask = (condition: string, most: number): Attached[] => attachedTo(`table_name=${table}^${condition}`, most)
  const files = pageOf(ask, since, after)
  const records = files.map(({ record }) => record).filter((each, at, all) => all.indexOf(each) === at)
  return { records: records.length > 0 ? scanRecords(table, records).records : [], next: placeBehind(files) }
}

interface Attached extends Place {
  readonly record: string
}

/** A page by time and id: first the rest of the second of the page before, then what is later. */
function pageOf<Row>(ask: (condition: string, most: number) => Row[], since: string, after: Place | undefined): Row[] {
  const rest = after ? ask(`sys_updated_on=${glideTimeOf(after.at)}^sys_id>${after.id}`, MOST) : []
  if (rest.length >= MOST) return rest
  const later = after ? `sys_updated_on>${glideTimeOf(after.at)}` : `sys_updated_on>=${glideTimeOf(since)}`
  return [...rest, ...ask(later, MOST - rest.length)]
}

function placeBehind(page: readonly Place[]): Place | null {
  const last = page[page.length - 1]
  return page.length === MOST && last ? { at: last.at, id: last.id } : null
}

/** Of these records those that are there and whose own class is open. */
export function scanRecords(table: string, ids: readonly string[]): Omit<ScanAnswer, 'time'> {
  requireAccess(table)
  const classes = openClasses(table, [])
  const own = classes === undefined ? '' : `sys_class_nameIN${classes}^`
  return { records: versionsOf(table, `${own}sys_idIN${ids.join(',')}`, ids.length), next: null }
}

const BY_TIME = ['sys_updated_on', 'sys_id']

function versionsOf(table: string, query: string, most: number, order = BY_TIME): Scanned[] {
  const read = (row: GlideRecord<string>): Scanned => ({
    id: row.getUniqueValue(),
    version: Number(row.getValue('sys_mod_count') ?? 0),
    updatedAt: isoOf(row.getValue('sys_updated_on')),
  })
  return inOrder({ table, query, most, order }, read)
}

function attachedTo(query: string, most: number): Attached[] {
  return inOrder({ table: 'sys_attachment', query, most, order: BY_TIME }, (row) => ({
    id: row.getUniqueValue(),
    at: isoOf(row.getValue('sys_updated_on')),
    record: row.getValue('table_sys_id') ?? '',
  }))
}

interface Asked {
  readonly table: string
  readonly query: string
  readonly most: number
  readonly order: readonly string[]
}

function inOrder<T>({ table, query, most, order }: Asked, read: (row: GlideRecord<string>) => T): T[] {
  const row = new GlideRecord(table)
  row.addEncodedQuery(query)
  for (const field of order) row.orderBy(field)
  row.setLimit(most)
  row.query()
  const found: T[] = []
  while (row.next()) found.push(read(row))
  return found
}
