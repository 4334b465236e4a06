import type { Db } from '../../store/engine/tables.ts'
import type { StoredPair } from '../../store/sync/sync-pairs.ts'
import { findRules, type RulesRecord } from '../../store/sync/sync-rules.ts'

/** The version of our rules that could not go on with a pair. */
export type RanRules = Pick<RulesRecord, 'direction' | 'version'>

/** False where others were published while these ran: they have not been tried yet, and nobody would try them later. */
export async function isNewest(
  db: Db,
  { connectionId, table }: StoredPair,
  { direction, version }: RanRules,
): Promise<boolean> {
  return (await findRules(db, { connectionId, table, direction }))?.version === version
}
