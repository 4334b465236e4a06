import path from 'node:path'

import SqliteDatabase from 'better-sqlite3'

/** Tables in which a call could leave something behind for good. */
const TABLES = [
  'handshake_event',
  'audit_entry',
  'key_rotation',
  'connection',
  'invitation',
  'acceptance',
  'job',
  'lane',
]

export type Rows = Readonly<Record<string, number>>

export function countRows(dataDir: string): Rows {
  const database = new SqliteDatabase(path.join(dataDir, 'accord.sqlite'), { readonly: true })
  const count = (table: string, where = ''): number =>
    database.prepare<[], { rows: number }>(`select count(*) as rows from ${table} ${where}`).get()?.rows ?? 0
  const rows = Object.fromEntries(TABLES.map((table) => [table, count(table)]))
  // An id is forgotten when its message could no longer be taken: none may stay for longer than that.
  const late = Date.now() + 8 * 60_000
  const staying = count('spent_request', `where expires_at > ${late}`)
  database.close()
  return { ...rows, 'spent ids that stay': staying }
}
