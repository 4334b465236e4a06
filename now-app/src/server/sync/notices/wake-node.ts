import { gs } from '@servicenow/glide'
import { callNode } from '../../bridge-client.ts'
import { Refusal } from '../../http/refusal.ts'
import { startJob } from '../../platform/start-job.ts'
import { WAKE_JOB } from '../names.ts'

/** A node that does not answer by then finds by itself what there is. */
const TIMEOUT_MS = 2_000

/** Has the node called, in a job of its own behind this transaction. */
export function startWaking(): void {
  startJob(WAKE_JOB)
}

/** Runs as a job: says that there is something, and not what. Whatever becomes of the call, the node asks in its time. */
export function wakeNode(): void {
  try {
    callNode('wakeNode', { requestId: gs.generateGUID(), timeoutMs: TIMEOUT_MS })
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown
  }
}
