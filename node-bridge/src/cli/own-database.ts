import type { Config } from '../config/config.ts'
import { type Database, openExistingDatabase } from '../store/engine/database.ts'

/** Runs `work` on the database of this node's settings, beside a running node or without one. What it writes is signed as the node. */
export async function onOwnDatabase<T>(config: Config, work: (database: Database) => Promise<T>): Promise<T> {
  const database = await openExistingDatabase(config, await signerOf(config))
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}

/** What a command writes into the audit log has to be the node's own word: it needs the master key, and makes none. */
async function signerOf(config: Config) {
  const { existingMasterKeys } = await import('../master-key/rotate-master-key.ts')
  const { createVault } = await import('../vault/vault.ts')
  const { entrySigner } = await import('../audit/entry-proof.ts')
  // Asked for when there is something to write: a database that does not fit is the first thing to say.
  return (text: string) => entrySigner(createVault(existingMasterKeys(config).current))(text)
}

export const publicUrlOf = ({ publicUrl, host, port }: Config): string => publicUrl ?? `http://${host}:${port}`
