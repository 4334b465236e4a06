import type { Db } from '../../store/engine/tables.ts'
import { type CanaryOutcome, concludeCanaryPair, listCanaryPairs } from '../../store/sync/canary-pairs.ts'
import { findCanaryOf, lockCanary } from '../../store/sync/rules-canaries.ts'
import type { FaultDetail } from '../items/fault-detail.ts'
import type { SyncContext } from '../items/sync-context.ts'
import { sealCanaryDetail } from './canary-detail.ts'
import { concludeCanary } from './conclude-canary.ts'

/** What came of a pair that may run by rules which are only tried. */
export interface ConcludedRun {
  readonly itemId: string
  /** Undefined where it went well. */
  readonly code: string | undefined
  readonly detail: Partial<FaultDetail>
  /** By the rules of before it fails as well. */
  readonly asBefore: boolean
}

/**
 * Written in the transaction that keeps what became of the pair, so that a node that dies knows both or neither. True where all is
 * known by it: then the rules count for all pairs, or for none.
 */
export async function concludeRun(
  context: SyncContext,
  transaction: Db,
  { itemId, code, detail, asBefore }: ConcludedRun,
): Promise<boolean> {
  const canary = await findCanaryOf(transaction, itemId)
  if (!canary || !(await lockCanary(transaction, canary.id))) return false
  const before = await listCanaryPairs(transaction, canary.id)
  const member = before.find((pair) => pair.itemId === itemId)
  if (!member) return false
  const outcome = outcomeOf(code, asBefore || code === member.faultBefore)
  const detailSealed = code === undefined ? null : sealCanaryDetail(context.vault, member, detail)
  await concludeCanaryPair(transaction, { id: member.id, outcome, code: code ?? null, detailSealed, at: context.now() })
  const outcomes = before.map((pair) => (pair === member ? outcome : pair.outcome))
  const count = (...some: readonly CanaryOutcome[]) => outcomes.filter((each) => some.includes(each)).length
  const hasFailed = count('failed') >= canary.mostFailures
  // With a failure or two nobody but a person says whether all pairs shall run so.
  const isThrough = count('failed') === 0 && count('passed', 'as_before') >= canary.ofPairs
  if (!hasFailed && !isThrough) return false
  await concludeCanary(context, transaction, canary, { state: hasFailed ? 'fell_back' : 'promoted' })
  return true
}

const outcomeOf = (code: string | undefined, isAsBefore: boolean): CanaryOutcome => {
  if (code === undefined) return 'passed'
  return isAsBefore ? 'as_before' : 'failed'
}
