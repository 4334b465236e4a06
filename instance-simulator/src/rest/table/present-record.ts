import type { Caller, Row } from '../../contracts.ts'
import { isBoolean, isJournal, isReference, isSecret } from '../../records/row-values.ts'
import { absentField } from '../../engine/glide/records/absent-fields.ts'
import type { Viewer } from '../../records/manners.ts'
import type { RestParts } from '../parts.ts'
import type { DisplayMode, TableRequestOptions } from './request-options.ts'

export type PresentedValue =
  string | { readonly display_value?: string; readonly value?: string; readonly link?: string }

/**
 * A row that the caller may read, as the Table API answers it: fields the caller may not read and names that are no columns are left out; dot-walked fields
 * stand under their literal path.
 */
export async function presentRecord(
  parts: RestParts,
  table: string,
  row: Row,
  options: TableRequestOptions,
  apiRoot: string,
  caller: Caller,
): Promise<Record<string, PresentedValue>> {
  const concrete = row['sys_class_name'] || table
  const names = options.fields ?? [...(parts.store.schema.find(concrete)?.columns.keys() ?? [])].toSorted()
  const viewer = parts.store.viewerOf(caller)
  const presented: Record<string, PresentedValue> = {}
  for (const name of names) {
    const end = findEnd(parts, concrete, row, name)
    const absent = end ? undefined : absentField(name)
    if (absent !== undefined) parts.ledger.notSimulated(absent)
    if (!end) continue
    const decision =
      end.row === row
        ? await parts.access.decideField('read', end.table, row, end.field, caller)
        : await parts.access.decide('read', end.table, end.row, end.field, caller)
    if (decision.allowed) presented[name] = presentValue(parts, end, options, apiRoot, viewer)
  }
  return presented
}

interface FieldEnd {
  readonly table: string
  readonly field: string
  readonly value: string
  /** The row that owns the field: the last one of a dotted path. */
  readonly row: Row
}

function findEnd({ store }: RestParts, table: string, row: Row, path: string): FieldEnd | undefined {
  const end = store.walk(table, row, path)
  if (!end || !path.includes('.')) return end && { ...end, row }
  const owner = store.walk(table, row, path.slice(0, path.lastIndexOf('.')))
  return { ...end, row: (owner && store.find(end.table, owner.value)) ?? {} }
}

function presentValue(
  parts: RestParts,
  end: FieldEnd,
  { display, excludeLinks }: TableRequestOptions,
  apiRoot: string,
  viewer: Viewer,
): PresentedValue {
  const column = parts.store.schema.find(end.table)?.columns.get(end.field)
  const value = column ? shownInFull(column.type, end.value) : end.value
  const shown = () => shownValue(parts, end, column !== undefined && isJournal(column.type), viewer)
  const isLinked = column !== undefined && isReference(column) && column.reference !== undefined && end.value !== ''
  if (!isLinked || excludeLinks) return plainOrBoth(display, value, shown)
  const link =
    column.referenceKey === undefined
      ? `${apiRoot}/table/${targetTable(parts, column.reference ?? '', end.value)}/${end.value}`
      : `${apiRoot}/table/${column.reference}?${column.referenceKey}=${end.value}`
  if (display === 'all') return { display_value: shown(), link, value }
  return display === 'true' ? { display_value: shown(), link } : { link, value }
}

/** Booleans are words; what is secret is asterisks, never its hash or its cipher text. */
function shownInFull(type: string, value: string): string {
  if (isBoolean(type)) return String(value === '1')
  return isSecret(type) && value !== '' ? '********' : value
}

function plainOrBoth(display: DisplayMode, value: string, shown: () => string): PresentedValue {
  if (display === 'all') return { display_value: shown(), value }
  return display === 'true' ? shown() : value
}

const shownValue = ({ store }: RestParts, end: FieldEnd, journal: boolean, viewer: Viewer) =>
  journal
    ? store.journalText(end.table, end.row['sys_id'] ?? '', end.field, viewer)
    : store.displayValue(end.row['sys_class_name'] || end.table, end.field, end.value, viewer)

const targetTable = ({ store }: RestParts, table: string, sysId: string) =>
  store.find(table, sysId)?.['sys_class_name'] || table
