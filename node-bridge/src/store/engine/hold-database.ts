import { join } from 'node:path'

import SqliteDatabase from 'better-sqlite3'

import { createPrivately } from '../../files/private-file.ts'
import { codeOf } from './storage-failure.ts'

/** The node before this one may still be finishing its last calls. */
const WAIT_MS = 5000

/**
 * The embedded database belongs to one node: a second one would take the leases of the first for those of a dead process.
 * The system frees the hold when the process ends, however it ends. Answers the function that frees it; throws when a
 * node works in the directory.
 */
export function holdDatabase(dataDir: string): () => void {
  createPrivately(join(dataDir, 'node.lock'))
  const hold = new SqliteDatabase(join(dataDir, 'node.lock'), { timeout: WAIT_MS })
  try {
    hold.exec('begin exclusive')
  } catch (error) {
    hold.close()
    if (codeOf(error) !== 'SQLITE_BUSY') throw error
    throw new Error(
      `A node works in ${dataDir} already. Stop it first; several replicas need PostgreSQL (ACCORD_DATABASE_URL).`,
      { cause: error },
    )
  }
  return () => void hold.close()
}
