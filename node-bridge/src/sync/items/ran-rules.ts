import type { RulesRecord } from '../../store/sync/sync-rules.ts'

/** The version of our rules that could not go on with a pair. */
export type RanRules = Pick<RulesRecord, 'direction' | 'version'>
