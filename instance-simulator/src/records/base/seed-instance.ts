import { systemCaller } from '../../access/system-callers.ts'
import type { MemoryStore } from '../record-store.ts'
import type { TableSource } from '../schema.ts'
import { baseTables } from './base-tables.ts'
import { writeDemoSet } from './demo-set.ts'
import { dictionarySeeds, fieldClassSeeds, type TableDetails } from './seed-dictionary.ts'
import { seedId } from './seed-id.ts'
import { languageSeeds } from './seed-languages.ts'
import { menuSeeds } from './seed-menu.ts'
import { relatedListSeeds } from './seed-related-lists.ts'
import { grantRoles } from './grant-roles.ts'
import { beth, peopleSeeds, userSeed, type Seed, type SimulatedUser } from './seed-people.ts'
import { placeOf, placeSeeds } from './seed-places.ts'
import { rightsSeeds } from './seed-rights.ts'
import { quotaSeeds } from './seed-quotas.ts'
import { ruleSeeds } from './seed-rules.ts'
import { workSeeds } from './seed-work.ts'

/** Raise it when base tables or base rows change: an older data directory then gets what it lacks. */
const seedVersion = '10'
const versionProperty = { sys_id: seedId('property', 'seed'), name: 'accord.simulator.seed_version' }

/**
 * Puts base tables and rows into a store. A data directory that was seeded by this version is left alone, so that demo rows which
 * somebody has deleted stay deleted; the people asked for are there in any case.
 */
export function seedInstance(
  store: MemoryStore,
  users: readonly SimulatedUser[],
  demo?: { readonly nowMs: number },
): void {
  seedBase(store, users)
  if (demo) seedDemoSet(store, demo.nowMs)
}

const demoProperty = { sys_id: seedId('property', 'demo set'), name: 'accord.simulator.demo_set', value: 'true' }

/** Once in the life of a data directory: rows that somebody has deleted stay deleted. */
function seedDemoSet(store: MemoryStore, nowMs: number): void {
  if (store.property(demoProperty.name) !== undefined) return
  store.atomically(() => {
    writeDemoSet(store, nowMs)
    store.insert('sys_properties', demoProperty, systemCaller)
  })
}

function seedBase(store: MemoryStore, users: readonly SimulatedUser[]): void {
  for (const source of baseTables) store.schema.put(withOwnColumns(source, store.schema.source(source.name)))
  const people = users.map(userSeed).map(inPlace)
  if (store.property(versionProperty.name) === seedVersion) {
    store.atomically(() => insertMissing(store, people))
    return grantRoles(store, users)
  }
  store.atomically(() => {
    insertMissing(store, [
      ...rightsSeeds(),
      ...placeSeeds(),
      ...peopleSeeds().map(inPlace),
      ...people,
      ...workSeeds(),
      ...ruleSeeds(),
      ...quotaSeeds(),
      ...menuSeeds(),
      ...relatedListSeeds(),
      ...languageSeeds(),
    ])
    insertMissing(store, fieldClassSeeds(baseTables))
    describeTables(
      store,
      baseTables.flatMap((source) => dictionarySeeds(source, detailsOf(store, source.name))),
    )
    grantRoles(store, [beth, ...users])
    const version = { ...versionProperty, value: seedVersion }
    if (!store.update('sys_properties', version.sys_id, version, systemCaller)) {
      store.insert('sys_properties', version, systemCaller)
    }
  })
}

/** People of the demo rows have a department, a location, a company and a manager. */
const inPlace = ([table, row]: Seed): Seed => [table, { ...placeOf[row['user_name'] ?? ''], ...row }]

/** A base table of this version, with the columns that somebody has added on this instance. */
function withOwnColumns(base: TableSource, kept: TableSource | undefined): TableSource {
  const added = kept?.columns.filter(({ name }) => !base.columns.some((column) => column.name === name)) ?? []
  return { ...base, columns: [...base.columns, ...added] }
}

const detailsOf = (store: MemoryStore, name: string): TableDetails => ({
  isMetadata: store.schema.ancestry(name).includes('sys_metadata'),
  isExtended: baseTables.some(({ parent }) => parent === name),
})

/** Inserts what is missing; an older directory's rows about tables learn what this version knows of them. */
function describeTables(store: MemoryStore, seeds: readonly Seed[]): void {
  insertMissing(store, seeds)
  for (const [table, row] of seeds)
    if (table === 'sys_db_object' || row['element'] === '') store.update(table, row['sys_id'] ?? '', row, systemCaller)
}

function insertMissing(store: MemoryStore, seeds: readonly Seed[]): void {
  for (const [table, row] of seeds) {
    if (!store.find(table, row['sys_id'] ?? '')) store.insert(table, row, systemCaller)
  }
}
