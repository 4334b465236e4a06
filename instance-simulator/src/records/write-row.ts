import { randomUUID } from 'node:crypto'
import type { Caller, Row, TableDefinition } from '../contracts.ts'
import { formatInstant } from './calendar.ts'
import { normalizeValue } from './row-values.ts'
import type { SecretBox } from './secret-box.ts'

export const newSysId = () => randomUUID().replaceAll('-', '')

export interface WriteMoment {
  readonly caller: Caller
  readonly now: number
  readonly secrets: SecretBox
  /** The value of a column's default, e.g. `javascript:getNextObjNumberPadded();`. */
  evaluateDefault(expression: string): string
}

const kept = new Set(['sys_id', 'sys_created_on', 'sys_created_by', 'sys_class_name'])
const stamped = new Set(['sys_updated_on', 'sys_updated_by', 'sys_mod_count'])

/** A complete new row: what was given, defaults for the rest, the sys_ columns. Names that are no columns are left out. */
export function newRow(table: TableDefinition, values: Row, moment: WriteMoment): Row {
  const at = formatInstant(moment.now)
  const stamps: Record<string, string> = {
    sys_id: values['sys_id'] || newSysId(),
    sys_created_on: at,
    sys_created_by: moment.caller.userName,
    sys_updated_on: at,
    sys_updated_by: moment.caller.userName,
    sys_mod_count: '0',
    ...(table.columns.has('sys_class_name') ? { sys_class_name: table.name } : {}),
  }
  const row: Record<string, string> = {}
  for (const column of table.columns.values()) {
    const given = values[column.name]
    const expression = column.defaultValue ?? ''
    const wanted = given ?? stamps[column.name] ?? (expression === '' ? '' : defaultOf(expression, moment))
    row[column.name] = stamps[column.name] ?? normalizeValue(column, wanted, moment.secrets)
  }
  return row
}

/** The row after an update, or the same object when nothing changed: the platform does not save what has not changed. */
export function changedRow(table: TableDefinition, before: Row, changes: Row, moment: WriteMoment): Row {
  const row: Record<string, string> = { ...before }
  let changed = false
  for (const [name, value] of Object.entries(changes)) {
    const column = table.columns.get(name)
    if (!column || kept.has(name) || stamped.has(name)) continue
    const wanted = normalizeValue(column, value, moment.secrets)
    if (wanted === (before[name] ?? '')) continue
    row[name] = wanted
    changed = true
  }
  return changed ? { ...row, ...updateStamps(before, moment) } : before
}

export function updateStamps(before: Row, moment: Pick<WriteMoment, 'caller' | 'now'>): Row {
  return {
    sys_updated_on: formatInstant(moment.now),
    sys_updated_by: moment.caller.userName,
    sys_mod_count: String(Number(before['sys_mod_count'] || 0) + 1),
  }
}

const defaultOf = (expression: string, moment: WriteMoment) =>
  expression.startsWith('javascript:') ? moment.evaluateDefault(expression.slice('javascript:'.length)) : expression
