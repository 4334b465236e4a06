import type { PlanOutcome as InstanceOutcome } from '@accord/shared/schemas'

import type { PlanOutcome, WrittenRecord } from '../tracker.ts'
import { localRecordOf } from './local-record.ts'
import { readRecords, type Reading } from './read-records.ts'
import { refusedBy } from './refused-by-instance.ts'

/** What became of a plan, in the words of the port. */
export const outcomeOf = async (reading: Reading, outcome: InstanceOutcome): Promise<PlanOutcome> => ({
  planId: outcome.plan,
  table: outcome.table,
  recordId: outcome.id,
  written: outcome.outcome === 'applied' ? await writtenOf(reading, outcome) : refusalOf(outcome),
})

/**
 * The record is as it was pulled; with more entries than one answer holds, or closed since, it is read once more. The version is that
 * of right after the write: whatever somebody has changed since then, a comment too, is still to be looked at.
 */
async function writtenOf(reading: Reading, { table, id, record, version }: InstanceOutcome): Promise<WrittenRecord> {
  if (record && !record.hasMoreEntries) {
    const { instanceUid } = reading
    return { kind: 'written', version: String(version ?? record.version), record: localRecordOf(record, instanceUid) }
  }
  const [read] = await readRecords(reading, [{ table, id }])
  if (!read || read.kind === 'draft') return { kind: 'gone' }
  return read.kind === 'record' ? { ...read, version: String(version ?? read.version), kind: 'written' } : read
}

function refusalOf({ finding }: InstanceOutcome): WrittenRecord {
  switch (finding?.code) {
    case 'version_contended':
      return { kind: 'contended' }
    case 'record_gone':
      return { kind: 'gone' }
    default:
      return refusedBy(finding ?? { code: 'refused_by_instance', detail: 'The instance gave no reason.' })
  }
}
