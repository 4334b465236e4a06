import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Row } from '../contracts.ts'
import { baseTables } from './base/base-tables.ts'
import type { TableSource } from './schema.ts'
import { storedRows, storedTables } from './sqlite-file.ts'

export interface CloneSource {
  readonly tables: readonly TableSource[]
  readonly rows: readonly { readonly table: string; readonly row: Row }[]
}

/** What a clone leaves behind unless somebody asks for it: logs and audit. */
const LEFT_BEHIND = ['syslog', 'sys_audit', 'sys_audit_delete', 'sys_history_set', 'sys_history_line']
/** Properties that say who an instance is: the copy keeps none of them. */
const IDENTITY = new Set(['glide.servlet.uri', 'instance_name', 'instance_id'])

function familyOf(tables: readonly TableSource[], roots: ReadonlySet<string>): ReadonlySet<string> {
  const family = new Set(roots)
  for (let size = -1; size !== family.size;) {
    size = family.size
    for (const { name, parent } of tables) if (parent !== undefined && family.has(parent)) family.add(name)
  }
  return family
}

/** A copy of an instance's data directory, as it stands now: the instance may be running. */
export function readCloneSource(dataDir: string): CloneSource {
  const path = join(dataDir, 'instance.sqlite')
  if (!existsSync(path)) throw new Error(`${dataDir} holds no instance to clone: ${path} is missing`)
  const database = new DatabaseSync(path, { readOnly: true })
  try {
    const tables = storedTables(database)
    const all = [...storedRows(database)]
    const excluded = all.flatMap(({ table, row }) => (table === 'clone_data_exclude' ? [row['name'] ?? ''] : []))
    const without = familyOf([...baseTables, ...tables], new Set([...LEFT_BEHIND, ...excluded]))
    const isKept = ({ table, row }: { readonly table: string; readonly row: Row }) =>
      !without.has(table) && !(table === 'sys_properties' && IDENTITY.has(row['name'] ?? ''))
    return { tables, rows: all.filter(isKept) }
  } finally {
    database.close()
  }
}
