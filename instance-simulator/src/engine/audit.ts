import type { Caller, RecordStore, Row } from '../contracts.ts'
import { isJournal } from '../records/row-values.ts'
import { ENGINE_CALLER, rowsOf } from './metadata.ts'

/** Fields that every update changes. */
const UNAUDITED = new Set(['sys_updated_on', 'sys_updated_by', 'sys_mod_count', 'sys_created_on', 'sys_created_by'])
const JOURNAL_BEFORE = 'JOURNAL FIELD ADDITION'

interface FieldChange {
  readonly field: string
  readonly label: string
  readonly before: string
  readonly after: string
}

/** A record as it was, as it is, and what was written to its journals. */
export interface AuditedChange {
  readonly before: Row
  readonly after: Row
  readonly values: Row
}

/** Which tables keep an audit: those whose dictionary says so. Read again when the dictionary has changed. */
function createAuditBook(store: RecordStore): (table: string) => boolean {
  let revision = -1
  let audited = new Set<string>()
  return (table) => {
    const now = store.revision('sys_dictionary')
    if (now !== revision) {
      const rows = rowsOf(store, 'sys_dictionary', 'elementISEMPTY^audit=true')
      audited = new Set(rows.map((row) => row['name'] ?? ''))
      revision = now
    }
    return audited.has(table)
  }
}

function changesOf(store: RecordStore, table: string, { before, after, values }: AuditedChange): FieldChange[] {
  const columns = [...(store.findTable(table)?.columns.values() ?? [])]
  return columns.flatMap(({ name, label, type }): FieldChange[] => {
    const said = values[name] ?? ''
    if (isJournal(type)) return said === '' ? [] : [{ field: name, label, before: JOURNAL_BEFORE, after: said }]
    const [was, is] = [before[name] ?? '', after[name] ?? '']
    return was === is || UNAUDITED.has(name) ? [] : [{ field: name, label, before: was, after: is }]
  })
}

/** The record's history set, made with its first line. */
function historySetOf(store: RecordStore, table: string, sysId: string): string {
  const [known] = rowsOf(store, 'sys_history_set', `id=${sysId}`)
  return (known ?? store.insert('sys_history_set', { table, id: sysId }, ENGINE_CALLER))['sys_id'] ?? ''
}

export interface Audit {
  /** Writes sys_audit and the record's history for an update, if the table keeps one. */
  updated(table: string, change: AuditedChange, caller: Caller): void
  /** Writes sys_audit_delete. */
  deleted(table: string, row: Row, caller: Caller): void
}

export function createAudit(store: RecordStore): Audit {
  const isAudited = createAuditBook(store)
  return {
    updated: (table, change, caller) => {
      if (!isAudited(table)) return
      const sysId = change.after['sys_id'] ?? ''
      const checkpoint = change.after['sys_mod_count'] ?? ''
      const changes = changesOf(store, table, change)
      const set = changes.length > 0 ? historySetOf(store, table, sysId) : ''
      for (const { field, label, before, after } of changes) {
        const entry = { tablename: table, documentkey: sysId, fieldname: field, oldvalue: before, newvalue: after }
        store.insert('sys_audit', { ...entry, user: caller.userName, record_checkpoint: checkpoint }, caller)
        const line = { set, field, label, old: before, new: after, update: checkpoint, type: 'audit' }
        store.insert('sys_history_line', { ...line, user_name: caller.userName }, caller)
      }
    },
    deleted: (table, row, caller) => {
      if (!isAudited(table)) return
      const values = { tablename: table, documentkey: row['sys_id'] ?? '', payload: JSON.stringify(row) }
      store.insert('sys_audit_delete', { ...values, user: caller.userName }, caller)
    },
  }
}
