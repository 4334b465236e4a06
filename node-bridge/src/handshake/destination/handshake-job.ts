import { z } from 'zod'

import type { Backoff } from '../../jobs/backoff.ts'
import type { SerialQueueHandler } from '../../jobs/serial-queue-handler.ts'
import type { ConnectionContext } from '../../connections/connection-context.ts'
import { runConfirm } from './confirm-job.ts'
import { runRedeem } from './redeem-job.ts'

/** From a second to five minutes; each job knows itself when to give up. */
const BACKOFF: Backoff = { firstMs: 1000, ceilingMs: 300_000, attempts: Infinity }

const HandshakeJob = z.object({ kind: z.enum(['redeem', 'confirm']), connectionId: z.string() })

/** The destination's calls to the source, in order for each connection: redeem, then confirm. */
export const createHandshakeHandler = (context: ConnectionContext): SerialQueueHandler => ({
  backoff: BACKOFF,
  run: ({ payload }) => {
    const { kind, connectionId } = HandshakeJob.parse(payload)
    return kind === 'redeem' ? runRedeem(context, connectionId) : runConfirm(context, connectionId)
  },
})
