import { z } from 'zod'
import { Id, IsoTime, Label } from './primitives.js'

/**
 * Work that does not get on. `state`: `dead` waits for a person, `retrying` is tried again by itself at `nextTryAt`. `since`:
 * when the work was asked for. `code`: why the last attempt failed, a code of the catalogue or one of the queue's own; null
 * where the node did not expect it. `key`: the serial queue, for most queues a connection; `connection` is then the one that it names.
 */
export const StuckJob = z.object({
  id: Id,
  queue: z.string(),
  key: z.string(),
  state: z.enum(['dead', 'retrying']),
  connection: z.object({ id: Id, name: z.string() }).nullable(),
  attempts: z.int().min(0),
  code: z.string().nullable(),
  lastError: z.string(),
  since: IsoTime,
  nextTryAt: IsoTime.nullable(),
})
export type StuckJob = z.infer<typeof StuckJob>

/** Oldest first, the dead before the others, at most two hundred. `dead` and `retrying` count them all. */
export const StuckJobList = z.object({
  jobs: z.array(StuckJob),
  dead: z.int().min(0),
  retrying: z.int().min(0),
})
export type StuckJobList = z.infer<typeof StuckJobList>

export const RerunJobResponse = z.object({ id: z.string() })
export const RerunJobsRequest = z.strictObject({ queue: z.string().max(60), actor: Label })
export type RerunJobsRequest = z.infer<typeof RerunJobsRequest>
/** How many were woken. */
export const RerunJobsResponse = z.object({ count: z.int().min(0) })
