import type { RecordStore } from '../../contracts.ts'
import { ENGINE_CALLER } from '../metadata.ts'

const ROWS_KEPT = 2000
const LOOK_EVERY = 500

/** A log is a table that scripts and tests read; it must not grow for ever. */
export function keepNewest(store: RecordStore, table: string): void {
  if (store.revision(table) % LOOK_EVERY !== 0) return
  const excess = store.count(table, '', ENGINE_CALLER) - ROWS_KEPT
  if (excess <= 0) return
  const oldest = { orderBy: [{ field: 'sys_created_on', descending: false }], limit: excess }
  for (const { sys_id: sysId = '' } of store.query(table, oldest, ENGINE_CALLER))
    store.remove(table, sysId, ENGINE_CALLER)
}
