import { systemCaller } from '../access/system-callers.ts'
import type { ColumnDefinition, Row } from '../contracts.ts'
import type { MemoryStore } from '../records/record-store.ts'
import type { TableSource } from '../records/schema.ts'
import { isReference } from '../records/row-values.ts'
import { learnTable } from './learn-table.ts'
import { PackageRefused } from './package-refused.ts'
import type { ReadPackage } from './read-package.ts'
import { updateName, type PackageRecord } from './read-records.ts'
import { isCustomized, isRemembered, noteOn, rememberApplied, rememberRecord, rememberTable } from './package-memory.ts'
import { removeVanishedRecords } from './uninstall-package.ts'

export interface InstalledPackage {
  readonly scope: string
  readonly scopeSysId: string
  readonly name: string
  readonly version: string
  readonly recordCount: number
}

export interface ApplyOptions {
  readonly loadDemoData: boolean
  /** As by an update set: what the application holds beside it stays, and it overwrites all but what was skipped, by its name. */
  readonly skipped?: ReadonlySet<string>
}

/** Writes a whole package or nothing of it. Throws PackageRefused, or the store's error, with the instance as it was. */
export function applyPackage(store: MemoryStore, found: ReadPackage, options: ApplyOptions): InstalledPackage {
  return store.atomically(() => {
    const isFirst = store.find('sys_scope', found.scopeSysId) === undefined
    refuseForeignScope(store, found)
    for (const table of found.tables) defineOwnTable(store, table.name, found)
    const records = [
      found.application,
      ...found.records,
      ...found.onceRecords.filter((record) => !isRemembered(store, record, found.scope)),
      ...(isFirst ? found.firstInstallRecords : []),
      ...(options.loadDemoData ? found.demoRecords : []),
    ]
    const isKept = (record: PackageRecord) =>
      options.skipped?.has(updateName(record)) ?? (isCustomized(store, record, found.scope) && !isSetBack(record))
    for (const record of records) applyRecord(store, record, found, isKept)
    for (const table of found.tables) store.describeTable(table.name)
    for (const record of records) linkByKeys(store, record, found.scope, isKept)
    for (const record of records) rememberApplied(store, record, found.scope)
    // What is not written again is there all the same.
    const held = [...records, ...found.onceRecords, ...found.firstInstallRecords]
    if (!options.skipped)
      removeVanishedRecords(store, found.scope, new Set(held.map((record) => `${record.table}:${record.sysId}`)))
    const { scope, scopeSysId, name, version } = found
    return { scope, scopeSysId, name, version, recordCount: records.length }
  })
}

/** An upgrade by a package sets properties back, whatever an administrator has made of them, unless they are installed once. */
const isSetBack = ({ table }: PackageRecord): boolean => table === 'sys_properties'

/** Scopes are taken once: another application with this scope, or another scope of this application, is a mistake. */
function refuseForeignScope(store: MemoryStore, found: ReadPackage): void {
  const [other] = store.query('sys_scope', { encoded: `scope=${found.scope}` }, systemCaller)
  if (other && other['sys_id'] !== found.scopeSysId) {
    throw new PackageRefused(`The scope ${found.scope} belongs to another application (${other['sys_id']})`)
  }
}

function defineOwnTable(store: MemoryStore, name: string, found: ReadPackage): void {
  const source = found.tables.find((table) => table.name === name)
  if (!source) return
  if (source.parent !== undefined && !store.findTable(source.parent)) {
    if (!found.tables.some((table) => table.name === source.parent)) {
      throw new PackageRefused(`The table ${name} extends ${source.parent}, which this instance does not have`)
    }
    defineOwnTable(store, source.parent, found)
  }
  const before = store.schema.source(name)
  if (before && before.scope !== found.scope) return addColumns(store, before, source, found.scope)
  const isForeign = !before && source.columns.length > 0 && source.columns.every(isOwnColumn(found.scope))
  if (isForeign && !name.startsWith(`${found.scope}_`))
    throw new PackageRefused(`The package adds columns to ${name}, a table that this instance does not have`)
  store.defineTable(source)
  rememberTable(store, found.scope, name, false)
}

const isOwnColumn =
  (scope: string) =>
  ({ name }: ColumnDefinition): boolean =>
    name.startsWith(`${scope}_`)

/** An application may add columns to another scope's table, under its own prefix. They go with their sys_dictionary rows. */
function addColumns(store: MemoryStore, before: TableSource, { name, columns }: TableSource, scope: string): void {
  const isOwn = isOwnColumn(scope)
  const foreign = columns.find((column) => !isOwn(column))
  if (columns.length === 0 || foreign)
    throw new PackageRefused(
      `The table ${name} belongs to ${before.scope}; its columns from ${scope} begin with ${scope}_`,
    )
  const kept = before.columns.filter((column) => !columns.some((each) => each.name === column.name))
  store.defineTable({ ...before, columns: [...kept, ...columns] })
}

type IsKept = (record: PackageRecord) => boolean

function applyRecord(store: MemoryStore, record: PackageRecord, found: ReadPackage, isKept: IsKept): void {
  const { table, sysId, action } = record
  if (action === 'delete_multiple') return deleteMultiple(store, record)
  if (sysId === '') throw new PackageRefused(`${record.file} holds a row of ${table} without a sys_id`)
  if (action === 'DELETE') return void store.remove(table, sysId)
  if (action !== 'INSERT_OR_UPDATE') throw new PackageRefused(`not simulated: the action ${action} in ${record.file}`)
  if (isKept(record)) return
  if (learnTable(store, record, found.scope)) rememberTable(store, found.scope, table, true)
  const values = withMetadata(record, found)
  if (store.find(table, sysId)) store.update(table, sysId, values, systemCaller)
  else store.insert(table, values, systemCaller)
  rememberRecord(store, record, found.scope)
}

function deleteMultiple(store: MemoryStore, record: PackageRecord): void {
  if (!store.findTable(record.table)) return
  for (const row of store.query(record.table, { encoded: record.query }, systemCaller)) {
    store.remove(record.table, row['sys_id'] ?? '')
  }
}

function withMetadata(record: PackageRecord, found: ReadPackage): Row {
  const { values } = record
  return {
    ...values,
    sys_scope: values['sys_scope'] || found.scopeSysId,
    sys_package: values['sys_package'] || found.scopeSysId,
    sys_name: values['sys_name'] || (values['name'] ?? values['title'] ?? record.sysId),
  }
}

/**
 * A reference may name its target by a key as well (`name="admin"`): the package's sys_id for a record of the instance itself is
 * made up, so the key decides when no such sys_id exists. What stays unresolved is noted for the coverage page.
 */
function linkByKeys(store: MemoryStore, record: PackageRecord, scope: string, isKept: IsKept): void {
  for (const [field, key] of Object.entries(record.keys)) {
    const column = store.findTable(record.table)?.columns.get(field)
    const target = column && isReference(column) ? column.reference : undefined
    const isLinked = target === undefined || store.find(target, record.values[field] ?? '')
    if (isLinked || isKept(record)) continue
    const [match] = store.query(
      target,
      {
        encoded: Object.entries(key)
          .map((pair) => pair.join('='))
          .join('^'),
      },
      systemCaller,
    )
    if (match) store.update(record.table, record.sysId, { [field]: match['sys_id'] ?? '' }, systemCaller)
    else noteOn(store, scope, record, `${field} names a ${target} that does not exist here: ${JSON.stringify(key)}`)
  }
}
