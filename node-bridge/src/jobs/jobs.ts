import type { RerunJobsRequest } from '@accord/shared/schemas'

import { recordAudit } from '../audit/record-audit.ts'
import { Refusal } from '../refusals/refusal.ts'
import type { Database } from '../store/engine/database.ts'
import { rerunDeadJob } from '../store/jobs/dead-jobs.ts'
import { countStuckJobs, runJobNow, listStuckIds, listStuckJobs } from '../store/jobs/stuck-jobs.ts'
import type { Db } from '../store/engine/tables.ts'
import { shownJob } from './shown-job.ts'

const MOST = 200

export type Jobs = ReturnType<typeof createJobs>

export const createJobs = (database: Database, now: () => Date) => ({
  /** Dead jobs, and jobs that keep failing. */
  listStuck: async () => ({
    jobs: (await listStuckJobs(database.db, MOST)).map(shownJob),
    ...(await countStuckJobs(database.db)),
  }),
  /** At once instead of later, or again after the node has given up. Throws `not_found` for a job that is not stuck. */
  rerun: async (id: string, { actor }: Pick<RerunJobsRequest, 'actor'>) => {
    await database.transaction(async (transaction) => {
      if (!(await tryAtOnce(transaction, id, now())))
        throw new Refusal('not_found', 'No stuck job has this id: it is at work now, it was run again, or it is done.')
      await recordAudit(transaction, { at: now(), actor, action: 'job.rerun', subject: id, details: {} })
    })
    return { id }
  },
  /** The same for every stuck job of a queue. */
  rerunAll: async ({ queue, actor }: RerunJobsRequest) => {
    let count = 0
    // One transaction each: a long list must not hold the serial queues of everybody else.
    for (const id of await listStuckIds(database.db, queue)) {
      if (await database.transaction((transaction) => tryAtOnce(transaction, id, now()))) count += 1
    }
    await database.transaction((transaction) =>
      recordAudit(transaction, { at: now(), actor, action: 'jobs.rerun', subject: null, details: { queue, count } }),
    )
    return { count }
  },
})

const tryAtOnce = async (transaction: Db, id: string, now: Date): Promise<boolean> =>
  (await rerunDeadJob(transaction, id, now)) || runJobNow(transaction, id, now)
