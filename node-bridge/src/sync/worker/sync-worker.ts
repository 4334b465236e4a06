import { randomUUID } from 'node:crypto'

import { startBackgroundLoop } from '../../background/background-loop.ts'
import { CONNECTION_CHANGED } from '../../store/connections/connections.ts'
import { claimPairs, hasDuePairs } from '../../store/sync/sync-claims.ts'
import { SYNC_DUE } from '../../store/sync/sync-pairs.ts'
import { hasRules } from '../../store/sync/sync-rules.ts'
import type { Tracker } from '../../trackers/tracker.ts'
import { settleCanaries } from '../configuration/conclude-canary.ts'
import { resumePairs } from '../items/resume-pairs.ts'
import type { SyncContext } from '../items/sync-context.ts'
import { answererOf } from './answerer.ts'
import { keepClaims } from './keep-claims.ts'
import { processBatch } from './process-batch.ts'
import { watchTracker } from './watch-tracker.ts'

const BATCH = 50
const POLL_MS = 500
const SETTLE_MS = 10_000
/** A worker that dies gives its pairs back after this time at the latest. */
const CLAIM_MS = 10_000

/** Looks at pairs that are due, batch after batch. Answers the function that stops it, letting the batch at work finish. */
export function startSyncWorker(context: SyncContext, tracker: Tracker): () => Promise<void> {
  const { database, log, now } = context
  const token = randomUUID()
  let isAtWork = false
  let settledAt = 0
  const until = () => new Date(now().getTime() + CLAIM_MS)

  const work = async (): Promise<void> => {
    const claimed = await claimPairs(database, { token, limit: BATCH, until: until(), now: now() })
    isAtWork = claimed.length > 0
    if (isAtWork) await processBatch({ ...context, tracker }, token, claimed).finally(() => (isAtWork = false))
    if (claimed.length > 0) loop.wake()
  }
  const loop = startBackgroundLoop({
    turn: async ({ isWoken }) => {
      if (isWoken || (await hasDuePairs(database.db, now()))) await work()
      // Of a canary whose end somebody has written who died right then.
      if (now().getTime() - settledAt >= SETTLE_MS) {
        settledAt = now().getTime()
        await settleCanaries(context)
      }
      return POLL_MS
    },
    onFailure: (error) => {
      log.error({ err: error }, 'the work on pairs has failed')
      return POLL_MS
    },
  })
  const heart = keepClaims(context, token, CLAIM_MS, () => isAtWork, loop.wake)
  const stopListening = listenForWork(context, loop.wake)
  const unwatch = watchTracker(context, tracker, answererOf(context, tracker))
  return async () => {
    const stopped = loop.stop()
    await unwatch()
    stopListening()
    await stopped
    void heart.stop()
  }
}

/** Steps to an active connection that has no rules yet. */
const BEGINNINGS = ['firstSignedCall', 'granted', 'approved', undefined] as const

/** What is written in this process wakes the worker; a connection that works again has its pairs made due first. */
function listenForWork(context: SyncContext, wake: () => void): () => void {
  const { database, log } = context
  const stopDue = database.onCommitted(SYNC_DUE, ({ isHere }) => {
    if (isHere) wake()
  })
  const stopChanged = database.onCommitted(CONNECTION_CHANGED, ({ record: { id, state }, step }) => {
    if (state !== 'active' || (!context.pollOnly && BEGINNINGS.some((each) => each === step))) return
    resumeIfConfigured(context, id).catch((error: unknown) =>
      log.error({ err: error }, 'pairs of a connection that works again were not made due'),
    )
  })
  return () => {
    stopDue()
    stopChanged()
  }
}

/** A connection without rules has nothing that could go on; a side that cannot be called learns by its poll that the other is ready. */
async function resumeIfConfigured(context: SyncContext, connectionId: string): Promise<void> {
  const { database, pollOnly } = context
  if (!pollOnly && !(await hasRules(database.db, connectionId))) return
  await database.transaction((transaction) => resumePairs(context, transaction, connectionId))
}
