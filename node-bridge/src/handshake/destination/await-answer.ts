import { findRedemption } from '../../store/handshake/redemptions.ts'
import type { ConnectionContext } from '../../connections/connection-context.ts'
import { waitForChange } from '../../connections/wait-for-change.ts'

/** The database is read as well: another replica may receive the answer, and a repeated failure publishes no change. */
const POLL_MS = 400
/** One failure may be a lost answer, which the next attempt a second later remedies; after two the person should know. */
const FAILURES_TO_REPORT = 2

/** Returns when the answer to this code is known, has failed to come twice, or `acceptWaitMs` are over. */
export const waitForAnswer = (context: ConnectionContext, invitationId: string, connectionId: string): Promise<void> =>
  waitForChange(context.database, {
    concerns: ({ id }) => id === connectionId,
    isOver: () => isAnswered(context, invitationId),
    waitMs: context.acceptWaitMs,
    lookEveryMs: POLL_MS,
  })

async function isAnswered({ database: { db } }: ConnectionContext, invitationId: string): Promise<boolean> {
  const redemption = await findRedemption(db, invitationId)
  return !redemption?.invitationSealed || redemption.attempts >= FAILURES_TO_REPORT
}
