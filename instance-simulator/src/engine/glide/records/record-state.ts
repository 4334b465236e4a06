import type { Values } from '../../job.ts'
import { absentField, domainTable } from './absent-fields.ts'
import { call, notSimulated } from '../host.ts'
import { findTable, isJournal, type Column, type Table } from './table.ts'

/** What a GlideRecord knows about the row it stands on; shared by the record, its elements and the rule pipeline. */
export class RecordState {
  readonly tableName: string
  readonly table: Table | undefined
  /** Rows of the last query, and where `next()` stands. */
  rows: readonly Values[] = []
  position = -1
  /** As the database holds it; empty for a new record. */
  stored: Values = {}
  readonly changed = new Map<string, string>()
  readonly errors = new Map<string, string>()
  isNew = false
  isValidRow = false
  aborted = false
  /** Why the database refused the last write. */
  duplicate: string | undefined
  /** What the data policy said that refused the last write. */
  policy: string | undefined
  workflow = true
  autoSysFields = true
  secure = false
  operation = ''

  constructor(tableName: string) {
    const absent = domainTable(tableName)
    if (absent !== undefined) notSimulated(absent)
    this.tableName = tableName
    this.table = findTable(tableName)
  }

  column(field: string): Column | undefined {
    return this.table?.columns.get(field)
  }

  hasField(field: string): boolean {
    if (this.table?.columns.has(field)) return true
    const absent = absentField(field)
    return absent === undefined ? false : notSimulated(absent)
  }

  /** The value as stored or set; undefined for a field that the table lacks. */
  read(field: string): string | undefined {
    if (!this.hasField(field)) return undefined
    return this.changed.get(field) ?? this.stored[field] ?? ''
  }

  write(field: string, value: string): void {
    const column = this.column(field)
    if (!column) return
    if (value === (this.stored[field] ?? '') && !isJournal(column.type)) this.changed.delete(field)
    else this.changed.set(field, value)
  }

  image(): Record<string, string> {
    return { ...this.stored, ...Object.fromEntries(this.changed) }
  }

  standOn(row: Values | undefined): void {
    this.stored = row ?? {}
    this.changed.clear()
    this.errors.clear()
    this.isNew = false
    this.isValidRow = row !== undefined
    this.aborted = false
  }

  /** `caller_id.company.name`, from the row as it is now. */
  walk(path: string): { table: string; field: string; value: string } | undefined {
    if (!path.includes('.')) {
      const value = this.read(path)
      return value === undefined ? undefined : { table: this.tableName, field: path, value }
    }
    return call<{ table: string; field: string; value: string } | null>('record.walk', {
      table: this.tableName, row: this.image(), path,
    }) ?? undefined // prettier-ignore
  }
}
