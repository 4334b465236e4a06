import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'

import { CONNECTION_CHANGED } from '../../store/connections.ts'
import { claimPairs, hasDuePairs } from '../../store/sync-claims.ts'
import { SYNC_DUE } from '../../store/sync-pairs.ts'
import { listTriggers } from '../../store/sync-rules.ts'
import type { Tracker } from '../../trackers/tracker.ts'
import { resumePairs } from '../items/resume-pairs.ts'
import type { SyncContext } from '../items/sync-context.ts'
import { processNotices } from '../outgoing/process-notices.ts'
import { keepClaims } from './keep-claims.ts'
import { processBatch } from './process-batch.ts'

const BATCH = 50
const POLL_MS = 500
/** A worker that dies gives its pairs back after this time at the latest. */
const CLAIM_MS = 10_000

/** Looks at pairs that are due, batch after batch. Answers the function that stops it, letting the batch at work finish. */
export function startSyncWorker(context: SyncContext, tracker: Tracker): () => Promise<void> {
  const { database, log, now } = context
  const token = randomUUID()
  const stopping = new AbortController()
  let rung = true
  let bell = new AbortController()
  const ring = () => {
    rung = true
    bell.abort()
  }
  const until = () => new Date(now().getTime() + CLAIM_MS)

  const work = async (): Promise<void> => {
    const claimed = await claimPairs(database, { token, limit: BATCH, until: until(), now: now() })
    if (claimed.length > 0) await processBatch({ ...context, tracker }, token, claimed)
    if (claimed.length > 0) rung = true
  }
  const look = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      try {
        const isDue = rung || (await hasDuePairs(database.db, now()))
        rung = false
        if (isDue) await work()
      } catch (error) {
        log.error({ err: error }, 'the work on pairs has failed')
        await delay(POLL_MS)
      }
      if (!rung) await delay(POLL_MS, undefined, { signal: bell.signal }).catch(() => undefined)
      bell = new AbortController()
    }
  }
  const stopHeart = keepClaims(context, token, CLAIM_MS, ring)
  const stopListening = listenForWork(context, ring)
  const unwatch = tracker.watch({
    triggers: () => listTriggers(database.db),
    onNotices: (notices) => processNotices(context, notices),
  })
  const looking = look()
  return async () => {
    stopping.abort()
    await unwatch()
    stopListening()
    ring()
    await looking
    stopHeart()
  }
}

/** What is written in this process rings; a connection that works again has its pairs hastened first. */
function listenForWork(context: SyncContext, ring: () => void): () => void {
  const { database, log } = context
  const stopDue = database.onCommitted(SYNC_DUE, ({ isHere }) => {
    if (isHere) ring()
  })
  const stopChanged = database.onCommitted(CONNECTION_CHANGED, ({ record: { id, state } }) => {
    if (state !== 'active') return
    database
      .transaction((transaction) => resumePairs(context, transaction, id))
      .then(ring, (error: unknown) =>
        log.error({ err: error }, 'pairs of a connection that works again were not hastened'),
      )
  })
  return () => {
    stopDue()
    stopChanged()
  }
}
