import { recordAudit } from '../audit/record-audit.ts'
import { Refusal } from '../refusal.ts'
import type { Jobs } from '../services.ts'
import type { Database } from '../store/database.ts'
import { listDeadJobs, rerunDeadJob } from '../store/dead-jobs.ts'

const MOST = 200

/** `wake`: the lanes have work. */
export const createJobs = (database: Database, wake: () => void, now: () => Date): Jobs => ({
  list: async () => {
    const jobs = await listDeadJobs(database.db, MOST)
    return { jobs: jobs.map(({ createdAt, ...job }) => ({ ...job, createdAt: createdAt.toISOString() })) }
  },
  rerun: async (id, { actor }) => {
    await database.transaction(async (transaction) => {
      if (!(await rerunDeadJob(transaction, id, now())))
        throw new Refusal('not_found', 'No dead job has this id: it was run again, or it never died.')
      await recordAudit(transaction, { at: now(), actor, action: 'job.rerun', subject: id, details: {} })
    })
    wake()
    return { id }
  },
})
