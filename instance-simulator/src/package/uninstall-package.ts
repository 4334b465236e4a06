import { systemCaller } from '../access/system-callers.ts'
import type { MemoryStore } from '../records/record-store.ts'

/** Removes an application with its tables, their rows and its files. False: no such application is installed. */
export function uninstallPackage(store: MemoryStore, scopeSysId: string): boolean {
  const application = store.find('sys_scope', scopeSysId)
  if (!application) return false
  const scope = application['scope'] ?? ''
  const mine = { encoded: `scope=${scope}` }
  return store.atomically(() => {
    for (const record of store.query('simulator_package_record', mine, systemCaller)) {
      if (store.findTable(record['table_name'] ?? ''))
        store.remove(record['table_name'] ?? '', record['record_id'] ?? '')
      store.remove('simulator_package_record', record['sys_id'] ?? '')
    }
    for (const table of store.query('simulator_package_table', mine, systemCaller)) {
      if (table['learnt'] !== '1') dropWithDescription(store, table['table_name'] ?? '')
      store.remove('simulator_package_table', table['sys_id'] ?? '')
    }
    store.remove('sys_scope', scopeSysId)
    return true
  })
}

function dropWithDescription(store: MemoryStore, name: string): void {
  store.dropTable(name)
  for (const table of ['sys_dictionary', 'sys_choice', 'sys_db_object']) {
    for (const row of store.query(table, { encoded: `name=${name}` }, systemCaller))
      store.remove(table, row['sys_id'] ?? '')
  }
}

/** An upgrade removes the application files that the new version no longer has; data of tables stays. */
export function removeVanishedRecords(store: MemoryStore, scope: string, present: ReadonlySet<string>): void {
  for (const record of store.query('simulator_package_record', { encoded: `scope=${scope}` }, systemCaller)) {
    const [table = '', sysId = ''] = [record['table_name'], record['record_id']]
    if (present.has(`${table}:${sysId}`) || !store.schema.ancestry(table).includes('sys_metadata')) continue
    store.remove(table, sysId)
    store.remove('simulator_package_record', record['sys_id'] ?? '')
  }
}
