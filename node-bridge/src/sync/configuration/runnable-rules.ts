import type { Db } from '../../store/engine/tables.ts'
import { findCanaryOf } from '../../store/sync/rules-canaries.ts'
import { findRules, type RulesRecord } from '../../store/sync/sync-rules.ts'
import type { StoredPair } from '../../store/sync/sync-pairs.ts'
import type { RanRules } from '../items/ran-rules.ts'
import type { SyncContext } from '../items/sync-context.ts'
import type { Direction, Rules } from '../rules/index.ts'

type OfPair = Pick<StoredPair, 'id' | 'connectionId' | 'table'>

/** The rules that a pair runs by: those that were published, or are tried on it; but where a draft is run, that. */
export const findRulesOf = async (
  { database: { db }, draft, hasNoCanary }: Pick<SyncContext, 'database' | 'draft' | 'hasNoCanary'>,
  stored: OfPair,
  direction: Direction,
): Promise<RulesRecord | undefined> => draft?.[direction] ?? findCounting(db, stored, direction, hasNoCanary)

async function findCounting(
  db: Db,
  stored: OfPair,
  direction: Direction,
  hasNoCanary = false,
): Promise<RulesRecord | undefined> {
  const canary = hasNoCanary ? undefined : await findCanaryOf(db, stored.id)
  const { connectionId, table } = stored
  return canary?.tried[direction]?.rules ?? findRules(db, { connectionId, table, direction })
}

/** False where it runs by others since these ran: they have not been tried yet, and nobody would try them later. */
export const isWhatCounts = async (db: Db, stored: StoredPair, { direction, version }: RanRules): Promise<boolean> =>
  (await findCounting(db, stored, direction))?.version === version

/** Rules as the sandbox runs them. */
export const runnableOf = ({ direction, table, source, code }: RulesRecord): Rules => ({
  direction,
  table,
  script: { name: `${direction}.ts`, source, code },
})
