import type { InstancePlan, PlanOutcome, SyncFinding } from '@accord/shared/schemas'
import { GlideDigest, GlideRecord, gs } from '@servicenow/glide'
import { nowMs } from '../../platform/glide-time.ts'
import { secureRecord } from '../../platform/secure-record.ts'
import { openRecord } from '../read/read-record.ts'
import { conclude, findEffect, intend } from './effect.ts'
import type { Effect } from './effect.ts'
import { applyDelete } from './apply-delete.ts'
import { applyFile } from './apply-file.ts'
import { checkAccess, checkClosed, checkValues, contended, refused, refusedByRule, textOf } from './check-plan.ts'
import { nextBatch, pendingEntries, writeBatch } from './journal-writing.ts'

/** A plan of many entries ends itself after so long, well before another run would take it for one that died. */
const LONGEST_MS = 15_000
/** What it has written is known: the next plan brings the rest. */
const LATER: SyncFinding = {
  code: 'version_contended',
  detail: 'There are more entries than one run writes; the next plan brings the rest.',
  names: [],
}

type Opened = { readonly row: GlideRecord<string>; readonly isNew: boolean; readonly made?: Effect }

/** The id of the record that a plan makes: it follows from the pair, so that a second insert meets the primary key. */
export const idOfMade = ({ pair, table }: InstancePlan): string =>
  new GlideDigest().getSHA256Hex(`accord record\n${pair}\n${table}`).toLowerCase().slice(0, 32)

/**
 * Applies one write plan as the user whom this runs as: by that user's ACLs, within sync access, against the version that the
 * node has seen. It may be interrupted anywhere and done again. Scheduling is not done here.
 */
export function applyPlan(plan: InstancePlan): PlanOutcome {
  const id = plan.record ?? idOfMade(plan)
  const outcome = (given: Partial<PlanOutcome> & Pick<PlanOutcome, 'outcome'>): PlanOutcome => ({
    plan: plan.id,
    table: plan.table,
    id,
    written: writtenKeys(plan, id),
    ...given,
  })
  const existing = openRecord(plan.table, id)
  if (plan.file) {
    const finding = applyFile(plan, plan.file, existing)
    return outcome(finding ? { outcome: 'refused', finding } : { outcome: 'applied', ...versionOf(plan.table, id) })
  }
  if (plan.deletes) {
    const finding = applyDelete(plan, existing)
    return outcome(finding ? { outcome: 'refused', finding } : { outcome: 'applied' })
  }
  const opened = open(plan, id, existing)
  if ('code' in opened) return outcome({ outcome: 'refused', finding: opened })
  const finding = write(plan, id, opened)
  if (finding) return outcome({ outcome: 'refused', finding })
  return outcome({ outcome: 'applied', ...versionOf(plan.table, id) })
}

/** The record under the rights of the user, or why it cannot be written. */
function open(plan: InstancePlan, id: string, existing: GlideRecord<string> | undefined): Opened | SyncFinding {
  const denied = checkAccess(plan, existing?.getTableName() ?? plan.table)
  if (denied) return denied
  if (!existing) return plan.record === null ? openNew(plan, id) : gone(plan)
  const made = findEffect(madeBy(plan, id))
  if (plan.record === null && !made) return refused('taken', 'A record of another origin has the id of this one.', [id])
  const row = secureRecord(existing.getTableName())
  if (!row.get(id)) return refused('acl', 'The sync user may not read this record.', [existing.getTableName()])
  return (
    contended(plan, existing) ??
    checkValues(row, { ...plan, record: id }) ?? { row, isNew: false, ...(made ? { made } : {}) }
  )
}

function openNew(plan: InstancePlan, id: string): Opened | SyncFinding {
  const row = secureRecord(plan.table)
  row.initialize()
  row.setNewGuidValue(id)
  return checkValues(row, plan) ?? { row, isNew: true, made: intend(madeBy(plan, id)) }
}

/** Fields together with the first entries, then the rest of the entries. Undefined when all of it stands. */
function write(plan: InstancePlan, id: string, { row, isNew, made }: Opened): SyncFinding | undefined {
  // A record that an interrupted run has made has its fields; what was changed since is not ours to undo.
  const isMade = plan.record === null && !isNew
  if (!isMade) for (const [name, value] of Object.entries(plan.fields)) row.setValue(name, textOf(value))
  let pending = pendingEntries(plan, id)
  let isFirst = !isMade
  const until = nowMs() + LONGEST_MS
  while (isFirst || pending.length > 0) {
    if (nowMs() >= until) return LATER
    const batch = nextBatch(pending)
    const names = [...(isFirst ? Object.keys(plan.fields) : []), ...batch.map(({ entry }) => entry.journal)]
    const closed = checkClosed(row, names)
    if (closed) return closed
    const noteWritten = writeBatch(row, batch)
    const finding = save(row, isNew && isFirst)
    if (finding) return finding
    noteWritten()
    isFirst = false
    pending = pending.filter((entry) => !batch.includes(entry))
  }
  if (made && !made.isDone) conclude(made, id)
  return undefined
}

function save(row: GlideRecord<string>, isNew: boolean): SyncFinding | undefined {
  gs.flushMessages()
  return (isNew ? row.insert() : row.update()) ? undefined : refusedByRule(row)
}

const madeBy = ({ pair, table }: InstancePlan, id: string) =>
  ({ pair, kind: 'record', name: table, record: id }) as const

const gone = ({ table, record }: InstancePlan): SyncFinding => ({
  code: 'record_gone',
  detail: `${table} ${record ?? ''} is not there.`,
})

const writtenKeys = ({ pair, entries }: InstancePlan, record: string): string[] =>
  entries.map(({ key }) => key).filter((name) => findEffect({ pair, kind: 'entry', name, record })?.isDone)

function versionOf(table: string, id: string): { version?: number; table?: string } {
  const row = openRecord(table, id)
  return row ? { version: Number(row.getValue('sys_mod_count') ?? 0), table: row.getTableName() } : {}
}
