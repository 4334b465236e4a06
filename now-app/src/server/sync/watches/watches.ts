import { GlideRecord } from '@servicenow/glide'
import { TABLES } from '../../names.ts'

/** An active trigger. Its condition was validated when it was stored, and is again whenever it is used. */
export interface Watch {
  readonly id: string
  readonly table: string
  readonly query: string
}

export function findWatch(id: string): Watch | undefined {
  const row = new GlideRecord(TABLES.watch)
  return row.get('watch_id', id) ? watchOf(row) : undefined
}

export function watchesOf(table: string): readonly Watch[] {
  const row = new GlideRecord(TABLES.watch)
  row.addQuery('table_name', table)
  row.query()
  const found: Watch[] = []
  while (row.next()) found.push(watchOf(row))
  return found
}

const watchOf = (row: GlideRecord<string>): Watch => ({
  id: row.getValue('watch_id'),
  table: row.getValue('table_name'),
  query: row.getValue('query') ?? '',
})
