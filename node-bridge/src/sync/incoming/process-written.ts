import type { Answerer } from '../../sandbox/index.ts'
import type { ConnectionRecord } from '../../store/connections/connection-record.ts'
import { findConnection } from '../../store/connections/connections.ts'
import { findPairsOfRecord, type StoredPair } from '../../store/sync/sync-pairs.ts'
import type { PlanOutcome, WrittenFile } from '../../trackers/tracker.ts'
import { settleCanaries } from '../configuration/conclude-canary.ts'
import { concludeRun } from '../configuration/conclude-run.ts'
import { concludeFile } from '../files/conclude-file.ts'
import { type Item, itemOf, saveItem } from '../items/item.ts'
import type { SyncContext } from '../items/sync-context.ts'
import { untilSaved } from '../items/until-saved.ts'
import { concludeIncoming } from '../pairs/conclude-incoming.ts'
import type { NotedPlan } from '../pairs/sync-pair.ts'
import { concludeWrite } from './conclude-write.ts'

/**
 * A tracker reports what became of plans that waited. Each is concluded by what was stored when the plan was made, whoever made
 * it; one that no pair waits for any more changes nothing.
 */
export async function processWritten(
  context: SyncContext,
  outcomes: readonly PlanOutcome[],
  answer: (connection: ConnectionRecord) => Answerer,
): Promise<void> {
  for (const outcome of outcomes) {
    if (await concludeFile(context, outcome.planId, fileOf(outcome))) continue
    await untilSaved(async () => {
      const waiting = await findWaiting(context, outcome)
      return !waiting || conclude(context, outcome, waiting, answer)
    })
  }
}

/** Of a file nobody plans anew: whatever the record became meanwhile is nothing to it. */
const fileOf = ({ written }: PlanOutcome): WrittenFile =>
  written.kind === 'contended'
    ? { kind: 'refused', code: 'file_failed', message: '' }
    : written.kind === 'written'
      ? { kind: 'written' }
      : written

interface Waiting {
  readonly item: Item
  readonly plan: NotedPlan
}

async function findWaiting(
  { database, epoch }: SyncContext,
  { planId, table, recordId }: PlanOutcome,
): Promise<Waiting | undefined> {
  const pairs: readonly StoredPair[] = await findPairsOfRecord(database.db, table, recordId)
  for (const stored of pairs) {
    const item = itemOf(stored, epoch)
    const { inbound } = item.pair
    if (inbound?.phase === 'planned' && inbound.plan.id === planId) return { item, plan: inbound.plan }
  }
  return undefined
}

async function conclude(
  context: SyncContext,
  { written }: PlanOutcome,
  { item, plan }: Waiting,
  answer: (connection: ConnectionRecord) => Answerer,
): Promise<boolean> {
  const { database, now } = context
  const connection = await findConnection(database.db, item.stored.connectionId)
  if (!connection || !plan.onceWritten) return true
  const conclusion = await concludeWrite(
    context,
    { connection, item, answer: answer(connection), onceWritten: plan.onceWritten },
    written,
  )
  // Without one the pair is due: it is planned for the record as it is now.
  const change = {
    pair: conclusion ? concludeIncoming(item.pair, conclusion, now().getTime()) : item.pair,
    ...(conclusion?.detail && { details: { incoming: conclusion.detail } }),
  }
  const code = conclusion?.outcome === 'quarantined' ? conclusion.code : undefined
  const run = { itemId: item.stored.id, code, detail: conclusion?.detail ?? {}, asBefore: false }
  let hasEnded = false
  const isSaved = await database.transaction(async (transaction) => {
    if (!(await saveItem(context, transaction, item, change))) return false
    hasEnded = conclusion !== undefined && (await concludeRun(context, transaction, run))
    return true
  })
  if (hasEnded) await settleCanaries(context)
  return isSaved
}
