import type { JOBS } from '@accord/shared/contracts'

import type { Jobs } from '../../jobs/jobs.ts'
import type { Handlers } from '../handlers.ts'

export const jobOperations = (jobs: Jobs): Handlers<typeof JOBS> => ({
  listStuckJobs: () => jobs.listStuck(),
  rerunJob: ({ params, body }) => jobs.rerun(params.jobId, body),
  rerunJobs: ({ body }) => jobs.rerunAll(body),
})
