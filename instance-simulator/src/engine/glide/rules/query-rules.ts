import type { RuleText } from '../../job.ts'
import { notSimulated } from '../host.ts'
import { GlideRecord, pipeline, RESTRICT, stateOf } from '../records/record.ts'
import { rulesFor, runRule } from './rule-pipeline.ts'

const runsOnQuery = ({ on, when }: RuleText) => on.includes('query') && when === 'before'

/** Before-query rules: `current` is the query itself, and what they add to it narrows it. An abort finds nothing. */
function restrictQuery(record: GlideRecord): void {
  if (!stateOf(record).workflow) return
  for (const rule of rulesFor(stateOf(record).tableName)) {
    if (!runsOnQuery(rule)) continue
    if (rule.filter !== '') notSimulated(`a filter condition on a query rule (${rule.label})`)
    runRule(rule, { current: record })
    if (stateOf(record).aborted) return
  }
}

/** The encoded query as the table's query rules leave it; undefined when one of them refused to search at all. */
export function restrictEncoded(table: string, encoded: string): string | undefined {
  const record = new GlideRecord(table)
  record.addEncodedQuery(encoded)
  record[RESTRICT]()
  return stateOf(record).aborted ? undefined : record.getEncodedQuery()
}

pipeline.beforeQuery = restrictQuery
pipeline.restrictEncoded = restrictEncoded
