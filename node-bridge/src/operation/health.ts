import { sql } from 'kysely'

import type { LaneWorker } from '../lanes/lane-worker.ts'
import type { Health } from '../services.ts'
import type { Db } from '../store/tables.ts'

/** Ready: the database answers and the lanes run. A bridge that is stopping is not ready any more. */
export const createHealth = (db: Db, worker: () => LaneWorker | undefined): Health => ({
  ready: async () => {
    const database = await sql`select 1`.execute(db).then(
      () => true,
      () => false,
    )
    const lanes = worker()?.running() ?? false
    return { ready: database && lanes, checks: { database, lanes } }
  },
})
