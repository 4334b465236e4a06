import { sql } from 'kysely'

import type { Health } from '../services.ts'
import type { Db } from '../store/tables.ts'

/** Ready: the database answers and the lanes run. `areLanesRunning`: false as soon as the node begins to stop. */
export const createHealth = (db: Db, areLanesRunning: () => boolean): Health => ({
  ready: async () => {
    const database = await sql`select 1`.execute(db).then(
      () => true,
      () => false,
    )
    const lanes = areLanesRunning()
    return { ready: database && lanes, checks: { database, lanes } }
  },
})
