import type { Contracts } from './contract.js'

/** Background work that does not get on. */
export const JOBS = {
  listStuckJobs: {
    summary: 'Work that the node has given up, and work that keeps failing and is tried again by itself',
    method: 'GET',
    path: '/instance/v1/jobs',
    audience: 'instance',
    role: 'auditor',
    answer: 'StuckJobList',
  },
  rerunJob: {
    summary: 'Try a stuck job at once',
    method: 'POST',
    path: '/instance/v1/jobs/{jobId}/rerun',
    audience: 'instance',
    role: 'maintainer',
    body: 'ActorRequest',
    actor: true,
    answer: 'RerunJobResponse',
    refusals: ['not_found'],
  },
  rerunJobs: {
    summary: 'Try all stuck jobs of one queue at once',
    method: 'POST',
    path: '/instance/v1/jobs/rerun',
    audience: 'instance',
    role: 'maintainer',
    body: 'RerunJobsRequest',
    actor: true,
    answer: 'RerunJobsResponse',
  },
} as const satisfies Contracts
