import type { Values } from '../../job.ts'
import { honest, missing } from '../host.ts'
import { GlideRecord, stateOf } from './record.ts'
import { recordAt } from './record-at.ts'

interface Change {
  readonly update: number
  readonly field: string
  readonly before: string
  readonly after: string
}

function changesOf(table: string, sysId: string): Change[] {
  const audit = new GlideRecord('sys_audit')
  audit.addQuery('tablename', table)
  audit.addQuery('documentkey', sysId)
  audit.query()
  const changes: Change[] = []
  while (audit.next()) {
    const text = (field: string) => audit.getValue(field) ?? ''
    const update = Number(text('record_checkpoint'))
    changes.push({ update, field: text('fieldname'), before: text('oldvalue'), after: text('newvalue') })
  }
  return changes
}

/** A record as it stood after each of its updates, from the audit. */
export class HistoryWalker {
  readonly #table: string
  readonly #changes: readonly Change[]
  readonly #now: Values
  readonly #last: number
  #at: number

  constructor(table: unknown, sysId: unknown) {
    this.#table = String(table)
    const record = new GlideRecord(this.#table)
    record.get(String(sysId))
    this.#now = { ...stateOf(record).stored }
    this.#changes = changesOf(this.#table, String(sysId))
    this.#last = Number(this.#now.sys_mod_count ?? 0)
    this.#at = -1
  }
  walkTo(update: unknown): boolean {
    const wanted = Number(update)
    if (this.#now.sys_id === undefined || wanted < 0 || wanted > this.#last) return false
    this.#at = wanted
    return true
  }
  walkForward(): boolean {
    return this.walkTo(this.#at + 1)
  }
  walkBackward(): boolean {
    return this.walkTo(this.#at - 1)
  }
  getUpdateNumber(): number {
    return this.#at
  }
  getTableName(): string {
    return this.#table
  }
  getWalkedRecordCopy(): GlideRecord {
    return recordAt(this.#table, this.#rowAt())
  }
  getWalkedRecord(): GlideRecord {
    return this.getWalkedRecordCopy()
  }

  /** Later changes taken back, the newest first. */
  #rowAt(): Values {
    const row: Record<string, string> = { ...this.#now, sys_mod_count: String(this.#at) }
    const later = this.#changes.filter(({ update }) => update > this.#at).toSorted((a, b) => b.update - a.update)
    for (const { field, before } of later) if (before !== 'JOURNAL FIELD ADDITION') row[field] = before
    return row
  }
}
honest('HistoryWalker', HistoryWalker)

export const sn_hw: object = Object.assign(Object.create(missing('sn_hw')) as object, { HistoryWalker })
