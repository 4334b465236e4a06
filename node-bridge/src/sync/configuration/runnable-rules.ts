import { findRules, type RulesRecord } from '../../store/sync/sync-rules.ts'
import type { StoredPair } from '../../store/sync/sync-pairs.ts'
import type { SyncContext } from '../items/sync-context.ts'
import type { Direction, Rules } from '../rules/index.ts'

/** The rules that a pair runs by: those that were published, but where a draft is tried out. */
export const findRulesOf = async (
  { database, draft }: Pick<SyncContext, 'database' | 'draft'>,
  { connectionId, table }: Pick<StoredPair, 'connectionId' | 'table'>,
  direction: Direction,
): Promise<RulesRecord | undefined> =>
  draft?.[direction] ?? (await findRules(database.db, { connectionId, table, direction }))

/** Rules as the sandbox runs them. */
export const runnableOf = ({ direction, table, source, code }: RulesRecord): Rules => ({
  direction,
  table,
  script: { name: `${direction}.ts`, source, code },
})
