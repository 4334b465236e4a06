import { startJob } from '../../platform/start-job.ts'
import { PARTITION_JOBS } from '../names.ts'

const JOBS = Object.values(PARTITION_JOBS)

/** Files have a job of their own: what is written into records does not wait for them. */
const FILES = JOBS.indexOf(PARTITION_JOBS.files)

export const partitionOf = (record: string, isFile: boolean): number =>
  isFile ? FILES : parseInt(record.slice(0, 4), 16) % FILES

/** Starts the job of a partition now: it runs as the sync user, behind this transaction. */
export function startPartition(partition: number): void {
  const name = JOBS[partition]
  if (name !== undefined) startJob(name)
}
