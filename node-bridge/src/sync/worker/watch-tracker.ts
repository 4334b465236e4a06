import { randomUUID } from 'node:crypto'

import { type BackgroundLoop, startBackgroundLoop } from '../../background/background-loop.ts'
import type { ConnectionRecord } from '../../store/connections/connection-record.ts'
import { findConnection } from '../../store/connections/connections.ts'
import { listFailedPairs, makeNamedPairsDue } from '../../store/sync/sync-claims.ts'
import { lockPairs } from '../../store/sync/lock-pairs.ts'
import { listPairedRecords, listReportDue, noteReported } from '../../store/sync/paired-records.ts'
import type { StoredPair } from '../../store/sync/sync-pairs.ts'
import { listTriggers } from '../../store/sync/sync-rules.ts'
import {
  countWakeUps,
  holdTrackerWatch,
  loadScanMarks,
  releaseTrackerWatch,
  saveScanMarks,
} from '../../store/sync/tracker-watch.ts'
import type { Tracker, Watcher } from '../../trackers/tracker.ts'
import { processWritten } from '../incoming/process-written.ts'
import type { SyncContext } from '../items/sync-context.ts'
import { processNotices } from '../outgoing/process-notices.ts'
import type { AnswererFor } from './answerer.ts'
import { reportOf } from './report-of.ts'

/** So long nobody asks the instance after the replica that did so has died. */
const HELD_MS = 6_000
/** So often the replica that watches looks whether another one was called for it. */
const LISTEN_MS = 500
const PAGE = 500
const REPORTS_AT_ONCE = 100

/** One replica watches the tracker; another takes over when it stops to say that it lives. Answers the function that ends it. */
export function watchTracker(context: SyncContext, tracker: Tracker, answer: AnswererFor): () => Promise<void> {
  const { database, log, now } = context
  const token = randomUUID()
  // The embedded database has one process: nobody else could watch.
  const isAlone = database.dialect === 'sqlite'
  const hold = async (): Promise<boolean> => {
    if (isAlone) return true
    const until = new Date(now().getTime() + HELD_MS)
    return database.transaction((transaction) => holdTrackerWatch(transaction, token, { until, now: now() }))
  }
  let unwatch: (() => Promise<void>) | undefined
  const leave = async () => {
    await unwatch?.()
    unwatch = undefined
  }
  const failed = (error: unknown) => log.error({ err: error }, 'the watch over the tracker could not be held')
  const holding = startBackgroundLoop({
    turn: async () => {
      // Whoever cannot say that it lives must not go on: another may have taken over.
      const isHeld = await hold().catch(failed)
      if (isHeld) unwatch ??= tracker.watch(watcherOf(context, answer))
      else await leave()
      return HELD_MS / 3
    },
    onFailure: (error) => {
      failed(error)
      return HELD_MS / 3
    },
  })
  const listening = isAlone ? undefined : listenToReplicas(context, () => unwatch !== undefined && tracker.wake())
  return async () => {
    await listening?.stop()
    await holding.stop()
    await leave()
    if (!isAlone) await database.transaction((transaction) => releaseTrackerWatch(transaction, token))
  }
}

/** A call of the tracker may reach a replica that does not watch it, which counts it for the one that does. */
function listenToReplicas({ database, log }: SyncContext, wake: () => boolean): BackgroundLoop {
  let known: number | undefined
  return startBackgroundLoop({
    turn: async () => {
      const count = await countWakeUps(database.db)
      if (known !== undefined && count !== known) wake()
      known = count
      return LISTEN_MS
    },
    onFailure: (error) => {
      log.error({ err: error }, 'calls for the watch over the tracker could not be read')
      return HELD_MS
    },
  })
}

/** What could not be read or written while the tracker was away waits longer and longer: now it need not. */
async function retryFailed({ database, now }: SyncContext): Promise<void> {
  const at = now()
  for (;;) {
    const failed = await listFailedPairs(database.db, at, PAGE)
    if (failed.length === 0) return
    await database.transaction(async (transaction) => {
      await lockPairs(database, transaction, { ids: failed.map(({ id }) => id) })
      await makeNamedPairsDue(transaction, failed, at)
    })
  }
}

function watcherOf(context: SyncContext, answer: AnswererFor): Watcher {
  const { database, epoch } = context
  const reported = new Map<string, StoredPair>()
  return {
    triggers: async () =>
      (await listTriggers(database.db)).map(({ changedAt, ...trigger }) => ({ ...trigger, since: changedAt })),
    onNotices: (notices, found) => processNotices(context, notices, found),
    onWritten: (outcomes) => processWritten(context, outcomes, answer),
    hasPairs: async () => (await listPairedRecords(database.db, '', 1)).length > 0,
    loadMarks: () => loadScanMarks(database.db),
    saveMarks: (marks) => database.transaction((transaction) => saveScanMarks(transaction, marks)),
    listPaired: async (after = '') => {
      const page = await listPairedRecords(database.db, after, PAGE)
      const last = page.length === PAGE ? page.at(-1)?.pairRow : undefined
      return {
        records: page.map(({ table, recordId }) => ({ table, id: recordId })),
        ...(last !== undefined && { next: last }),
      }
    },
    listReports: async () => {
      reported.clear()
      const due = await listReportDue(database.db, REPORTS_AT_ONCE)
      const connections = new Map<string, ConnectionRecord | undefined>()
      for (const id of new Set(due.map(({ connectionId }) => connectionId)))
        connections.set(id, await findConnection(database.db, id))
      const reports = []
      for (const stored of due) {
        const report = reportOf(connections.get(stored.connectionId), stored, epoch)
        if (!report) continue
        reported.set(report.pair, stored)
        reports.push(report)
      }
      return reports
    },
    onReported: (reports) =>
      database.transaction(async (transaction) => {
        const known = reports.flatMap(({ pair }) => reported.get(pair) ?? [])
        await lockPairs(database, transaction, { ids: known.map(({ id }) => id) })
        for (const stored of known) await noteReported(transaction, stored)
      }),
    onBack: () => retryFailed(context),
  }
}
