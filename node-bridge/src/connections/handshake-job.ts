import { z } from 'zod'

import type { Backoff } from '../lanes/backoff.ts'
import type { LaneHandler } from '../lanes/lane-handler.ts'
import type { ConnectionContext } from './connection-context.ts'
import { runConfirm } from './confirm-job.ts'
import { runRedeem } from './redeem-job.ts'

/** From a second to five minutes; each job knows itself when to give up. */
const BACKOFF: Backoff = { firstMs: 1000, ceilingMs: 300_000, attempts: Infinity }

const HandshakeJob = z.object({ kind: z.enum(['redeem', 'confirm']), connectionId: z.string() })

/** The destination's calls to the source, in order for each connection: redeem, then confirm. */
export const createHandshakeHandler = (context: ConnectionContext): LaneHandler => ({
  backoff: BACKOFF,
  run: ({ payload }) => {
    const { kind, connectionId } = HandshakeJob.parse(payload)
    return kind === 'redeem' ? runRedeem(context, connectionId) : runConfirm(context, connectionId)
  },
})
