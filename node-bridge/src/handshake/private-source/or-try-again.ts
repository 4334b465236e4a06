import { failedBy, type JobResult } from '../../jobs/serial-queue-handler.ts'
import { isRefusal } from '../../refusals/refusal.ts'

/** The calls of a source that nobody can call, PROTOCOL.md §5.12, are safe to repeat: a refusal is another attempt. */
export async function orTryAgain(now: () => Date, attempt: Promise<JobResult>): Promise<JobResult> {
  try {
    return await attempt
  } catch (error) {
    if (isRefusal(error)) return failedBy(error, now())
    throw error
  }
}
