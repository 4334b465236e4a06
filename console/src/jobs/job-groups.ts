import type { StuckJob } from '@accord/shared/schemas'

/** Stuck jobs of one kind that fail for one reason: they are shown and remedied together. */
export interface JobGroup {
  readonly queue: string
  readonly code: string | null
  readonly jobs: readonly StuckJob[]
}

/** In the order in which their first jobs come. */
export function groupJobs(jobs: readonly StuckJob[]): JobGroup[] {
  const groups = new Map<string, StuckJob[]>()
  for (const job of jobs) {
    const key = JSON.stringify([job.queue, job.code])
    groups.set(key, [...(groups.get(key) ?? []), job])
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    return first ? [{ queue: first.queue, code: first.code, jobs: group }] : []
  })
}
