import { z } from 'zod'

import type { Backoff } from '../../jobs/backoff.ts'
import type { JobResult, SerialQueueHandler } from '../../jobs/serial-queue-handler.ts'
import { isRefusal } from '../../refusals/refusal.ts'
import type { ConnectionContext } from '../../connections/connection-context.ts'
import { collectAcceptance } from './collect-acceptance.ts'
import { confirmGrant } from './confirm-grant.ts'
import { tellRefusal } from './tell-refusal.ts'
import { watchAcceptor } from './watch-acceptor.ts'

/** The admin of the other side waits in front of the screen: not more than half a minute apart. */
const BACKOFF: Backoff = { firstMs: 1000, ceilingMs: 30_000, attempts: Infinity }

const CollectJob = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('collect'), invitationId: z.string(), connectionId: z.string() }),
  z.object({ kind: z.literal('confirm'), connectionId: z.string() }),
  z.object({ kind: z.literal('watch'), connectionId: z.string() }),
  z.object({ kind: z.literal('tell'), connectionId: z.string(), since: z.number() }),
])
type CollectJob = z.infer<typeof CollectJob>

/** The calls of a source that nobody can call, PROTOCOL.md §5.12. Each is safe to repeat. */
export const createCollectHandler = (context: ConnectionContext): SerialQueueHandler => ({
  backoff: BACKOFF,
  run: async ({ payload }) => {
    try {
      return await run(context, CollectJob.parse(payload))
    } catch (error) {
      if (!isRefusal(error)) throw error
      const notBefore = new Date(context.now().getTime() + (error.retryAfterS ?? 0) * 1000)
      return { done: false, error: `${error.code}: ${error.message}`, notBefore }
    }
  },
})

function run(context: ConnectionContext, job: CollectJob): Promise<JobResult> {
  switch (job.kind) {
    case 'collect':
      return collectAcceptance(context, job.invitationId, job.connectionId)
    case 'confirm':
      return confirmGrant(context, job.connectionId)
    case 'watch':
      return watchAcceptor(context, job.connectionId)
    case 'tell':
      return tellRefusal(context, job.connectionId, job.since)
  }
}
