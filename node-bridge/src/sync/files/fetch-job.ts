import { DONE, failedBy, type JobResult } from '../../jobs/serial-queue-handler.ts'
import { isRefusal } from '../../refusals/refusal.ts'
import type { FileContext } from './file-context.ts'
import { fetchFromTracker } from './offer-file.ts'

/** The other side asks for the file again and again: one attempt for each time that it does is enough. */
export async function runFetch(context: FileContext, connectionId: string, sha256: string): Promise<JobResult> {
  try {
    await fetchFromTracker(context, connectionId, sha256)
    return DONE
  } catch (error) {
    if (!isRefusal(error)) throw error
    return failedBy(error, context.now())
  }
}
