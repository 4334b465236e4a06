import type { Database } from '../../src/store/engine/database.ts'
import { completeAndClaimNext, type LeasedJob } from '../../src/store/jobs/leased-jobs.ts'

/** A worker is done with a job, and takes no other. False for a late one. */
export const completeJob = async (database: Database, job: LeasedJob): Promise<boolean> =>
  (await completeAndClaimNext(database, job, undefined)).inTime
