import type { Clock, Row } from '../contracts.ts'
import { readCloneSource } from './clone-source.ts'
import { seedInstance } from './base/seed-instance.ts'
import type { SimulatedUser } from './base/seed-people.ts'
import { MemoryStore } from './record-store.ts'
import type { TableSource } from './schema.ts'
import { SecretBox } from './secret-box.ts'
import { copyDirectoryKey, dataDirectoryKey, SqliteFile } from './sqlite-file.ts'

export interface OpenStoreOptions {
  readonly clock: Clock
  readonly notSimulated: (what: string) => never
  readonly dropped?: (what: string) => void
  readonly users: readonly SimulatedUser[]
  /** Absent: the instance forgets everything when it ends. */
  readonly dataDir?: string
  /** Data directory of another instance, of which this one begins as a copy. */
  readonly cloneOf?: string
  /** Some thousand generated rows of people, configuration items and work. */
  readonly demoSet?: boolean
}

export interface OpenStore {
  readonly store: MemoryStore
  close(): void
}

/** A seeded store, or the one that the data directory remembers, or a copy of another's. */
export function openStore({ dataDir, cloneOf, users, demoSet, ...parts }: OpenStoreOptions): OpenStore {
  if (dataDir !== undefined && cloneOf !== undefined) beginAsClone(dataDir, cloneOf)
  const file = dataDir === undefined ? undefined : new SqliteFile(dataDir)
  const keyDir = dataDir ?? cloneOf
  const store = new MemoryStore({
    ...parts,
    ...(file === undefined ? {} : { persistence: file }),
    ...(keyDir === undefined ? {} : { secrets: new SecretBox(dataDirectoryKey(keyDir)) }),
  })
  if (file) load(store, { tables: file.tables(), rows: file.rows() })
  else if (cloneOf !== undefined) load(store, readCloneSource(cloneOf))
  seedInstance(store, users, demoSet ? { nowMs: parts.clock.now() } : undefined)
  store.followDictionary()
  file?.flush()
  return { store, close: () => file?.close() }
}

interface Contents {
  readonly tables: Iterable<TableSource>
  readonly rows: Iterable<{ readonly table: string; readonly row: Row }>
}

function load(store: MemoryStore, { tables, rows }: Contents): void {
  for (const source of tables) store.schema.put(source)
  for (const { table, row } of rows) store.rows.load(table, row)
}

/** Fills an empty data directory with the other instance's tables, rows and key. */
function beginAsClone(dataDir: string, cloneOf: string): void {
  const { tables, rows } = readCloneSource(cloneOf)
  const file = new SqliteFile(dataDir)
  try {
    if (file.tables().length > 0 || [...file.rows()].length > 0)
      throw new Error(
        `${dataDir} holds an instance already: clone into an empty directory, or start it without a clone`,
      )
    copyDirectoryKey(cloneOf, dataDir)
    for (const source of tables) file.saveTable(source)
    for (const { table, row } of rows) file.saveRow(table, row)
  } finally {
    file.close()
  }
}
