import { setTimeout as delay } from 'node:timers/promises'

import { findAcceptances } from '../../store/acceptances.ts'
import { findConnection } from '../../store/connections.ts'
import type { ConnectionContext } from '../../connections/connection-context.ts'

/** Another replica may hear the answer: its commits are not announced here. */
const POLL_MS = 400
/** One failure may be a lost answer, which the next attempt a second later remedies; after two the person should know. */
const FAILURES_TO_REPORT = 2

/** Returns when the source's answer is known, has failed to come twice, or `acceptWaitMs` are over. */
export async function waitForAnswer(context: ConnectionContext, connectionId: string): Promise<void> {
  const { changes, acceptWaitMs } = context
  const deadline = Date.now() + acceptWaitMs
  let bell = new AbortController()
  const answered = new AbortController()
  const unsubscribe = changes.subscribe(({ id, state }) => {
    if (id !== connectionId) return
    if (state !== 'redeeming') answered.abort()
    bell.abort()
  })
  try {
    while (Date.now() < deadline && !answered.signal.aborted && !(await isAnswered(context, connectionId))) {
      await delay(Math.min(POLL_MS, Math.max(1, deadline - Date.now())), undefined, { signal: bell.signal }).catch(
        () => undefined,
      )
      bell = new AbortController()
    }
  } finally {
    unsubscribe()
  }
}

async function isAnswered({ database: { db } }: ConnectionContext, connectionId: string): Promise<boolean> {
  const record = await findConnection(db, connectionId)
  if (record?.state !== 'redeeming') return true
  if (record.reason === null) return false
  const acceptance = (await findAcceptances(db, [connectionId])).get(connectionId)
  return (acceptance?.attempts ?? 0) >= FAILURES_TO_REPORT
}
