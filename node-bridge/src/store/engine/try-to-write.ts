import { randomUUID } from 'node:crypto'

import type { Database } from './database.ts'

/** Writes a row and takes it away again, down to the disk: only a write tells whether the database takes one. Throws what the database says. */
export const tryToWrite = (database: Database): Promise<void> =>
  database.transaction(async (transaction) => {
    const id = `probe ${randomUUID()}`
    await transaction.insertInto('spent_request').values({ id, expires_at: 0 }).execute()
    await transaction.deleteFrom('spent_request').where('id', '=', id).execute()
  })
