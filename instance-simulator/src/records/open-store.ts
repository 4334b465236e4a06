import type { Clock } from '../contracts.ts'
import { seedInstance } from './base/seed-instance.ts'
import type { SimulatedUser } from './base/seed-people.ts'
import { MemoryStore } from './record-store.ts'
import { SecretBox } from './secret-box.ts'
import { dataDirectoryKey, SqliteFile } from './sqlite-file.ts'

export interface OpenStoreOptions {
  readonly clock: Clock
  readonly notSimulated: (what: string) => never
  readonly users: readonly SimulatedUser[]
  /** Absent: the instance forgets everything when it ends. */
  readonly dataDir?: string
}

export interface OpenStore {
  readonly store: MemoryStore
  close(): void
}

/** A seeded store, or the one that the data directory remembers. */
export function openStore({ dataDir, users, ...parts }: OpenStoreOptions): OpenStore {
  if (dataDir === undefined) {
    const store = new MemoryStore(parts)
    seedInstance(store, users)
    store.followDictionary()
    return { store, close: () => undefined }
  }
  const file = new SqliteFile(dataDir)
  const secrets = new SecretBox(dataDirectoryKey(dataDir))
  const store = new MemoryStore({ ...parts, persistence: file, secrets })
  for (const source of file.tables()) store.schema.put(source)
  for (const { table, row } of file.rows()) store.rows.load(table, row)
  seedInstance(store, users)
  store.followDictionary()
  file.flush()
  return { store, close: () => file.close() }
}
