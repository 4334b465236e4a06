import type { ExplainedConclusion } from '../incoming/explain.ts'
import type { Change, Item } from '../items/item.ts'
import type { RanRules } from '../items/ran-rules.ts'
import type { RulesRun } from '../items/rules-tallies.ts'
import type { SyncContext } from '../items/sync-context.ts'

type Counting = Pick<SyncContext, 'tallies'>

/** Our record was looked at: the outgoing rules ran, unless nobody could read it. */
export function countLook(context: Counting, item: Item, { ran, details, outbound }: Change): void {
  if (ran) count(context, item, ran, details?.outgoing ? 'failed' : outbound === undefined ? 'rested' : 'wrote')
}

/** A message led to no plan. */
export function countConclusion(context: Counting, item: Item, { ran, ranRules }: ExplainedConclusion): void {
  if (ran) count(context, item, ran, ranRules ? 'failed' : 'rested')
}

/** A message led to a plan, which is written from here on. */
export const countPlan = (context: Counting, item: Item, ran: RanRules): void => count(context, item, ran, 'wrote')

function count(
  { tallies }: Counting,
  { stored }: Item,
  { direction, version }: RanRules,
  kind: RulesRun['kind'],
): void {
  const { connectionId, table } = stored
  tallies.note({ connectionId, table, direction, version, kind })
}
