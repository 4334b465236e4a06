import { findAcceptances } from '../../store/acceptances.ts'
import { findConnection } from '../../store/connections.ts'
import type { ConnectionContext } from '../../connections/connection-context.ts'
import { waitForChange } from '../../connections/wait-for-change.ts'

/** Another replica may receive the answer, and an attempt that failed as before is no change. */
const POLL_MS = 400
/** One failure may be a lost answer, which the next attempt a second later remedies; after two the person should know. */
const FAILURES_TO_REPORT = 2

/** Returns when the source's answer is known, has failed to come twice, or `acceptWaitMs` are over. */
export const waitForAnswer = (context: ConnectionContext, connectionId: string): Promise<void> =>
  waitForChange(context.database, {
    concerns: ({ id }) => id === connectionId,
    isOver: () => isAnswered(context, connectionId),
    waitMs: context.acceptWaitMs,
    lookEveryMs: POLL_MS,
  })

async function isAnswered({ database: { db } }: ConnectionContext, connectionId: string): Promise<boolean> {
  const record = await findConnection(db, connectionId)
  if (record?.state !== 'redeeming') return true
  if (record.reason === null) return false
  const acceptance = (await findAcceptances(db, [connectionId])).get(connectionId)
  return (acceptance?.attempts ?? 0) >= FAILURES_TO_REPORT
}
