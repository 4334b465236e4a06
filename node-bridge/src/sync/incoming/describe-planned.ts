import type { PlannedChange } from '../items/planned-change.ts'
import { shownField } from '../../trackers/shown-field.ts'
import type { ReadRecord } from '../../trackers/tracker.ts'
import type { Planned } from './plan-incoming.ts'

/** A plan for the history: by names, and with what stood there before and what stands there then. */
export function describePlanned(read: ReadRecord, { write, plannedFiles }: Planned): PlannedChange {
  const { fields, entries } = write.plan
  const files = plannedFiles?.wanted ?? []
  const makes = read.kind !== 'record'
  const before = read.kind === 'record' ? read.record.fields : {}
  return {
    names: { fields: Object.keys(fields), entries: entries.length, files: files.length, makes },
    values: () => ({
      makes,
      fields: Object.entries(fields).map(([name, after]) => ({
        name,
        before: before[name] ? shownField(before[name]) : null,
        after: shownField(after),
      })),
      entries: entries.map(({ journal, body }) => ({ journal, body })),
      files: files.map(({ name, bytes }) => ({ name, bytes })),
    }),
  }
}
