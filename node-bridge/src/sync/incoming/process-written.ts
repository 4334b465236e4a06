import type { Answerer } from '../../sandbox/index.ts'
import type { ConnectionRecord } from '../../store/connections/connection-record.ts'
import { findConnection } from '../../store/connections/connections.ts'
import { lockPairs } from '../../store/sync/lock-pairs.ts'
import { findPairsOfRecord, type StoredPair } from '../../store/sync/sync-pairs.ts'
import type { PlanOutcome, WrittenFile } from '../../trackers/tracker.ts'
import { settleCanaries } from '../configuration/conclude-canary.ts'
import { concludeRun, type ConcludedRun } from '../configuration/conclude-run.ts'
import { concludeFile } from '../files/conclude-file.ts'
import { type Change, type Item, itemOf, saveItem } from '../items/item.ts'
import type { SyncContext } from '../items/sync-context.ts'
import { untilSaved } from '../items/until-saved.ts'
import { concludeIncoming, planAnew } from '../pairs/conclude-incoming.ts'
import type { NotedPlan } from '../pairs/sync-pair.ts'
import { concludeWrite } from './conclude-write.ts'

type AnswererFor = (connection: ConnectionRecord) => Answerer

/** So many are written in one transaction. */
const TOGETHER = 50

/**
 * A tracker reports what became of plans that waited. Each is concluded by what was stored when the plan was made, whoever made
 * it; one that no pair waits for any more changes nothing. They are written together, so that their results go in one call.
 */
export async function processWritten(
  context: SyncContext,
  outcomes: readonly PlanOutcome[],
  answer: AnswererFor,
): Promise<void> {
  const ofPairs: PlanOutcome[] = []
  for (const outcome of outcomes)
    if (!(await concludeFile(context, outcome.planId, fileOf(outcome)))) ofPairs.push(outcome)
  for (let at = 0; at < ofPairs.length; at += TOGETHER) {
    const left = await concludeTogether(context, ofPairs.slice(at, at + TOGETHER), answer)
    for (const outcome of left)
      await untilSaved(async () => (await concludeTogether(context, [outcome], answer, { isAlone: true })).length === 0)
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

interface Concluded {
  readonly outcome: PlanOutcome
  readonly item: Item
  readonly change: Change
  readonly run: ConcludedRun | undefined
}

/** Answers those that were not written: somebody else has written the pair meanwhile, or its scripts could not run; `isAlone`: that is thrown. */
async function concludeTogether(
  context: SyncContext,
  outcomes: readonly PlanOutcome[],
  answer: AnswererFor,
  { isAlone = false } = {},
): Promise<readonly PlanOutcome[]> {
  const failed: PlanOutcome[] = []
  const decided = await Promise.all(
    outcomes.map((outcome) =>
      decide(context, outcome, answer).catch((error: unknown) => {
        if (isAlone) throw error
        failed.push(outcome)
        return undefined
      }),
    ),
  )
  const concluded = decided.filter((each) => each !== undefined)
  // Whoever cannot be decided may be thrown for: the others come first.
  return concluded.length === 0 ? failed : [...(await saveAll(context, concluded)), ...failed]
}

/** Answers those that somebody else has written meanwhile. */
async function saveAll(context: SyncContext, concluded: readonly Concluded[]): Promise<readonly PlanOutcome[]> {
  const { database } = context
  const { hasEnded, contended } = await database.transaction(async (transaction) => {
    await lockPairs(database, transaction, { ids: concluded.map(({ item }) => item.stored.id) })
    const written = { hasEnded: false, contended: [] as PlanOutcome[] }
    for (const { outcome, item, change, run } of concluded)
      if (!(await saveItem(context, transaction, item, change))) written.contended.push(outcome)
      else if (run && (await concludeRun(context, transaction, run))) written.hasEnded = true
    return written
  })
  if (hasEnded) await settleCanaries(context)
  return contended
}

/** Undefined where no pair waits for it. */
async function decide(context: SyncContext, outcome: PlanOutcome, answer: AnswererFor): Promise<Concluded | undefined> {
  const { database, now } = context
  const waiting = await findWaiting(context, outcome)
  if (!waiting) return undefined
  const { item, plan } = waiting
  const connection = await findConnection(database.db, item.stored.connectionId)
  if (!connection || !plan.onceWritten) return undefined
  const conclusion = await concludeWrite(
    context,
    { connection, item, answer: answer(connection), onceWritten: plan.onceWritten },
    outcome.written,
  )
  // Without one the pair is due: it is planned for the record as it is now.
  if (!conclusion) return { outcome, item, change: { pair: planAnew(item.pair) }, run: undefined }
  const { detail } = conclusion
  const code = conclusion.outcome === 'quarantined' ? conclusion.code : undefined
  return {
    outcome,
    item,
    change: {
      pair: concludeIncoming(item.pair, conclusion, now().getTime()),
      ...(detail && { details: { incoming: detail } }),
    },
    run: { itemId: item.stored.id, code, detail: detail ?? {}, asBefore: false },
  }
}
