import { createHash } from 'node:crypto'

import type { Replica } from '@accord/shared/schemas'

import { type LocalRecord, withPlan, type WritePlan } from '../../trackers/record.ts'
import { recordIdOf } from '../../trackers/record-id.ts'
import type { PlannedWrite, ReadRecord } from '../../trackers/tracker.ts'
import { mayOverwrite } from '../comparison/may-overwrite.ts'
import { COMPARISON_CAUSE } from '../items/describe-comparison.ts'
import type { PlannedFiles } from '../items/pair-files.ts'
import type { RanRules } from '../items/ran-rules.ts'
import type { SyncContext } from '../items/sync-context.ts'
import { replicateRecord } from '../outgoing/replicate-record.ts'
import { expectState } from '../pairs/expected-state.ts'
import { differing } from '../pairs/hashes.ts'
import type { Hashes } from '../pairs/sync-pair.ts'
import type { StoreAsked } from '../rules/index.ts'
import { type ExplainedConclusion, quarantineBy } from './explain.ts'
import { entriesOf } from './message-entries.ts'
import type { Arrival, Planning, StateClaims } from './plan-incoming.ts'
import { nextPlaceOf, type RunStart, type SavedPoint } from './saved-points.ts'

export const concluded = (conclusion: ExplainedConclusion): Planning => ({ kind: 'concluded', conclusion })

export interface PlanOf {
  readonly ran: RanRules
  readonly start: RunStart
  /** What was written of this message already. */
  readonly points: readonly SavedPoint[]
  readonly plan: WritePlan
  readonly ignored: readonly string[]
}

/** A script wants what it has planned so far written before it goes on. Which paths it will read nobody knows yet. */
export async function planStore(
  context: SyncContext,
  arrival: Arrival,
  claims: StateClaims,
  { run, asked, ...planning }: Omit<PlanOf, 'plan' | 'ignored'> & { readonly run: string; readonly asked: StoreAsked },
): Promise<Planning> {
  const { key, fields, entries } = asked
  const plan = { fields, entries, files: null, removesFiles: false, syncBack: false, unlink: false }
  const { start } = planning
  const planned = await planWrite(context, arrival, claims, { ...planning, plan, ignored: start.input.changed })
  if (planned.kind !== 'planned') return planned
  const place = nextPlaceOf(arrival.item)
  const { noted } = planned
  return {
    ...planned,
    point: { place, point: { key, run, start, fields } },
    noted: { ...noted, ...(noted.onceWritten && { onceWritten: { ...noted.onceWritten, store: place } }) },
  }
}

export async function planWrite(
  context: SyncContext,
  arrival: Arrival,
  claims: StateClaims,
  { ran, start, points, plan, ignored }: PlanOf,
): Promise<Planning> {
  const { item, read } = arrival
  const { input, before, kept, overwritten: lost } = start
  // A record that is to be made has no key before that; rules replicate none without one.
  const key = (read.kind === 'record' ? read.record.key : input.record.key) || item.stored.pairId
  const made = [...points, plan].reduce<LocalRecord>(withPlan, { ...input.record, key })
  const planned = await hashesOf(context, arrival, made)
  if ('conclusion' in planned) return concluded(planned.conclusion)
  const onVersion = read.kind === 'record' ? read.version : null
  const overwritten = overwrittenBy(plan, read, before, planned.paths)
  // A draft shows what it would write, whatever still has to be agreed to.
  if (overwritten.length > 0 && !context.draft && !(await mayOverwrite(context, item)))
    return concluded({ outcome: 'quarantined', code: COMPARISON_CAUSE, paths: overwritten })
  const write = writeOf(arrival, onVersion, { ...plan, entries: entriesOf(arrival, plan, claims) })
  return {
    kind: 'planned',
    ran,
    write,
    ...filesOf(plan, claims),
    noted: {
      id: write.id,
      onVersion,
      settles: expectState({ take: input.changed, ignored, before, planned: planned.paths }),
      onceWritten: { ...onceWrittenOf(plan), ignored, expected: planned.paths, kept, overwritten: lost },
    },
  }
}

const onceWrittenOf = ({ syncBack, unlink }: WritePlan) => ({ syncBack, ...(unlink && { unlink: true as const }) })

/** Paths of a record that is there; where our rules send none of them, the fields that say something. */
function overwrittenBy(plan: WritePlan, read: ReadRecord, before: Hashes, planned: Hashes): readonly string[] {
  if (read.kind !== 'record') return []
  const paths = differing(before, planned)
  const saysSomething = (name: string) => (read.record.fields[name]?.value ?? '') !== ''
  return paths.length > 0 ? paths : Object.keys(plan.fields).filter(saysSomething)
}

/** Our record as our rules replicate it, or why they do not; nothing where this side sends nothing. */
export async function hashesOf(
  context: SyncContext,
  { connection, item, answer }: Arrival,
  record: LocalRecord,
): Promise<{ readonly paths: Hashes; readonly replica?: Replica } | { readonly conclusion: ExplainedConclusion }> {
  const content = await replicateRecord(context, { connection, item, record, answer })
  if (!content || content.kind === 'stopped') return { paths: {} }
  if (content.kind === 'done') return { paths: content.result.hashes.paths, replica: content.result.replica }
  return { conclusion: quarantineBy(content.ranRules, content.fault) }
}

/** Where the rules say something of files: what the sender's list does not hold is gone there. */
const filesOf = ({ files, removesFiles }: WritePlan, claims: StateClaims): { readonly plannedFiles?: PlannedFiles } =>
  files
    ? { plannedFiles: { wanted: files, offered: claims.files.map(({ id }) => id), removes: removesFiles === true } }
    : {}

/** The same plan for the same version has the same id, so that a repeat after a crash is none. */
export function writeOf({ item, claims }: Arrival, onVersion: string | null, plan: WritePlan): PlannedWrite {
  const { id: itemId, pairId, table, recordId } = item.stored
  const { epoch, seq } = claims
  const id = createHash('sha256')
    .update(JSON.stringify([itemId, epoch, seq, onVersion, plan]))
    .digest('hex')
  return { id, pair: pairId, table, recordId: recordId ?? recordIdOf(pairId, table), onVersion, plan }
}
