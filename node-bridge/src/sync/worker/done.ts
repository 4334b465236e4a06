import { delayBefore } from '../../jobs/backoff.ts'
import type { Db } from '../../store/engine/tables.ts'
import { postponePair } from '../../store/sync/sync-claims.ts'
import { findStoredPair, type StoredPair } from '../../store/sync/sync-pairs.ts'
import { isWhatCounts } from '../configuration/runnable-rules.ts'
import { type Change, type Item, itemOf, saveItem } from '../items/item.ts'
import type { SyncContext } from '../items/sync-context.ts'
import { untilSaved } from '../items/until-saved.ts'
import type { ExplainedConclusion } from '../incoming/explain.ts'
import { concludeIncoming } from '../pairs/conclude-incoming.ts'

const BACKOFF = { firstMs: 1000, ceilingMs: 300_000, attempts: Infinity }

interface Changed {
  readonly kind: 'changed'
  readonly item: Item
  readonly change: Change
  /** It fails, and by the rules beside which these are tried it would as well. */
  readonly asBefore?: boolean
}

/** A plan was written: what was received of the pair meanwhile stands beside it. */
interface Written {
  readonly kind: 'written'
  readonly id: string
  readonly plan: string
  readonly conclusion: ExplainedConclusion
}

/** What became of a pair that was claimed. */
export type Done =
  | Changed
  | Written
  /** `isResting`: by its connection, not by a failure. */
  | { readonly kind: 'postponed'; readonly stored: StoredPair; readonly until: Date; readonly isResting?: true }
  /** The tracker has the plan and reports it later; where it does not, it is asked again. */
  | { readonly kind: 'awaited'; readonly stored: StoredPair; readonly until: Date }
  /** It is decided anew by whoever claims it next. */
  | { readonly kind: 'left' }

/** Writes it, if nobody else has written the pair meanwhile: false then. */
export async function keep(context: SyncContext, transaction: Db, done: Done): Promise<boolean> {
  switch (done.kind) {
    case 'postponed':
      await postponePair(transaction, done.stored, done.until, { hasFailed: done.isResting !== true })
      return true
    case 'awaited':
      await postponePair(transaction, done.stored, done.until, { hasFailed: false })
      return true
    case 'written':
      return keepWritten(context, transaction, done)
    case 'changed':
      return keepChanged(context, transaction, done)
    case 'left':
      return false
  }
}

/** What stands in the record already must not be forgotten: the plan would be made and written once more. */
const keepWritten = (context: SyncContext, transaction: Db, written: Written): Promise<true> =>
  untilSaved(async () => {
    const changed = await concludeWritten(context, transaction, written)
    return !changed || keepChanged(context, transaction, changed)
  })

/** False where the pair was written at the same time. */
async function keepChanged(context: SyncContext, transaction: Db, { item, change }: Changed): Promise<boolean> {
  const { ranRules } = change
  if (ranRules && !(await isWhatCounts(transaction, item.stored, ranRules))) return true
  return saveItem(context, transaction, item, change)
}

/** Undefined where the message that was planned for is there no more: the pair has begun anew. */
async function concludeWritten(
  context: SyncContext,
  transaction: Db,
  { id, plan, conclusion }: Written,
): Promise<Changed | undefined> {
  const stored = await findStoredPair(transaction, id)
  const item = stored && itemOf(stored, context.epoch)
  const inbound = item?.pair.inbound
  return item && inbound?.phase === 'planned' && inbound.plan.id === plan
    ? concludedOf(context, item, conclusion)
    : undefined
}

export const concludedOf = ({ now }: SyncContext, item: Item, conclusion: ExplainedConclusion): Changed => ({
  kind: 'changed',
  item,
  change: {
    pair: concludeIncoming(item.pair, conclusion, now().getTime()),
    ...(conclusion.detail && { details: { incoming: conclusion.detail } }),
    ...(conclusion.ran && { ran: conclusion.ran }),
    ranRules: conclusion.ranRules,
  },
})

/** A tracker that has not reported a plan by then has lost it, or its report was: it is given the plan once more. */
const REPORTED_WITHIN_MS = 60_000

export const awaitedOf = ({ now }: SyncContext, stored: StoredPair): Done => ({
  kind: 'awaited',
  stored,
  until: new Date(now().getTime() + REPORTED_WITHIN_MS),
})

/** Tried again, ever later. */
export const failedOf = ({ now }: SyncContext, stored: StoredPair): Done => {
  const pauseMs = delayBefore(stored.failures + 1, BACKOFF) ?? BACKOFF.ceilingMs
  return { kind: 'postponed', stored, until: new Date(now().getTime() + pauseMs) }
}

/** Whatever fails for a reason of its own, as a sandbox without room, is tried again and stops no other pair. */
export async function guarded(parts: SyncContext, { stored }: Item, work: () => Promise<Done>): Promise<Done> {
  try {
    return await work()
  } catch (error) {
    parts.log.warn({ err: error, pair: stored.pairId }, 'the work on a pair has failed and is tried again')
    return failedOf(parts, stored)
  }
}
