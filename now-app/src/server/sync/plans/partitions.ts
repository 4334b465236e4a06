import { startJob } from '../../platform/start-job.ts'
import { PARTITION_JOBS } from '../names.ts'

const JOBS = Object.values(PARTITION_JOBS)

export const partitionOf = (record: string): number => parseInt(record.slice(0, 4), 16) % JOBS.length

/** Starts the job of a partition now: it runs as the sync user, behind this transaction. */
export function startPartition(partition: number): void {
  const name = JOBS[partition]
  if (name !== undefined) startJob(name)
}
