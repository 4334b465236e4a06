import type { RulesRecord } from '../../store/sync/sync-rules.ts'
import type { Rules } from '../rules/index.ts'

/** Published rules, as the sandbox runs them. */
export const runnableOf = ({ direction, table, source, code }: RulesRecord): Rules => ({
  direction,
  table,
  script: { name: `${direction}.ts`, source, code },
})
