import { GlideRecord, gs } from '@servicenow/glide'
import { PARTITION_JOBS } from '../names.ts'

const JOBS = Object.values(PARTITION_JOBS)

export const partitionOf = (record: string): number => parseInt(record.slice(0, 4), 16) % JOBS.length

/** Starts the job of a partition now: it runs as the sync user, behind this transaction. */
export function startPartition(partition: number): void {
  const job = new GlideRecord('sysauto_script')
  if (job.get('name', JOBS[partition])) gs.executeNow(job)
  else gs.error(`Accord: the job “${JOBS[partition]}” is not there. Install the application again.`)
}
