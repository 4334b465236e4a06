import type { DescribedTable, TestedPlan } from '@accord/shared/schemas'

import type { LocalRecord, WritePlan } from '../../trackers/record.ts'
import { shownField } from '../../trackers/shown-field.ts'
import type { ReadRecord } from '../../trackers/tracker.ts'
import type { ConfigurationContext } from '../configuration/configuration-context.ts'
import type { Planned } from '../incoming/plan-incoming.ts'
import { tellVerdict } from './tell-verdict.ts'

/** A plan as people read it: labels instead of names, and what the record says now beside what it would say. */
export async function describePlan(
  context: ConfigurationContext,
  table: string,
  read: ReadRecord,
  { write: { plan }, noted, plannedFiles }: Planned,
  isAfterDeletion: boolean,
): Promise<Omit<TestedPlan, 'back'>> {
  const described = (await context.tables.of(context))?.find((each) => each.table === table)
  const record = read.kind === 'record' || read.kind === 'draft' ? read.record : undefined
  const { ignored = [], kept = [] } = noted.onceWritten ?? {}
  return {
    kind: 'plan',
    record: read.kind === 'record' ? { key: read.record.key, url: read.record.url ?? null } : null,
    fields: Object.entries(plan.fields).map(([name, after]) => ({
      name,
      label: described?.fields.find((field) => field.name === name)?.label ?? name,
      before: shownIn(record, name),
      after: shownField(after),
    })),
    entries: plan.entries.map(({ journal, body }) => ({
      journal,
      label: described?.journals.find(({ name }) => name === journal)?.label ?? journal,
      isInternal: journal === 'work_notes',
      body,
    })),
    files: (plannedFiles?.wanted ?? []).map(({ name, bytes }) => ({ name, bytes })),
    removesFiles: plan.removesFiles,
    deletesRecord: plan.deletes === true,
    afterDeletion: isAfterDeletion,
    endsPair: plan.unlink,
    sendsBack: plan.syncBack,
    ignored: [...ignored],
    kept: [...kept],
    missing: described ? missingFor(described, plan, read.kind !== 'record') : [],
    syncUser: tellVerdict(described, plan, read.kind !== 'record'),
  }
}

const shownIn = (record: LocalRecord | undefined, name: string): string | null => {
  const field = record?.fields[name]
  return field ? shownField(field) : null
}

/** What of the plan the instance would not write, by the sync access of now. */
function missingFor(described: DescribedTable, plan: WritePlan, isNew: boolean): TestedPlan['missing'] {
  const mayWrite = (parts: readonly { readonly name: string; readonly mayWrite: boolean }[], name: string) =>
    parts.some((part) => part.name === name && part.mayWrite)
  const fields = Object.keys(plan.fields).filter((name) => !mayWrite(described.fields, name))
  const journals = new Set(plan.entries.map(({ journal }) => journal))
  return [
    ...(isNew && !described.mayCreate ? [{ kind: 'create', name: described.table } as const] : []),
    ...(plan.deletes && !described.mayDelete ? [{ kind: 'delete', name: described.table } as const] : []),
    ...fields.map((name) => ({ kind: 'field', name }) as const),
    ...[...journals]
      .filter((name) => !mayWrite(described.journals, name))
      .map((name) => ({ kind: 'journal', name }) as const),
    ...((plan.files?.length ?? 0) > 0 && !described.mayWriteFiles
      ? [{ kind: 'files', name: described.table } as const]
      : []),
  ]
}
