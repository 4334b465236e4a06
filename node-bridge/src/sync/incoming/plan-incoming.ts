import { createHash } from 'node:crypto'

import type { MessageClaims } from '@accord/shared/schemas'

import type { RulesRecord } from '../../store/sync/sync-rules.ts'
import type { ConnectionRecord } from '../../store/connections/connection-record.ts'
import type { Answerer } from '../../sandbox/index.ts'
import { type LocalRecord, withPlan, type WritePlan } from '../../trackers/record.ts'
import { recordIdOf } from '../../trackers/record-id.ts'
import type { PlannedWrite, ReadRecord } from '../../trackers/tracker.ts'
import { mayOverwrite } from '../comparison/may-overwrite.ts'
import { findRulesOf, runnableOf } from '../configuration/runnable-rules.ts'
import { COMPARISON_CAUSE } from '../items/describe-comparison.ts'
import type { Item } from '../items/item.ts'
import type { PlannedFiles } from '../items/pair-files.ts'
import type { RanRules } from '../items/ran-rules.ts'
import type { SyncContext } from '../items/sync-context.ts'
import { surroundingsOf, replicateRecord } from '../outgoing/replicate-record.ts'
import { findSyncedWith } from '../outgoing/synced-with.ts'
import { differing } from '../pairs/hashes.ts'
import { expectState } from '../pairs/expected-state.ts'
import { resolveConflict } from '../pairs/resolve-conflict.ts'
import { widenedComments } from '../pairs/brought-entries.ts'
import type { Hashes, Inbound, NotedPlan } from '../pairs/sync-pair.ts'
import { runIncoming } from '../rules/index.ts'
import { type ExplainedConclusion, quarantineBy } from './explain.ts'
import { entriesOf, newEntriesOf, widenedBy } from './message-entries.ts'

export interface Arrival {
  readonly connection: ConnectionRecord
  readonly item: Item
  readonly inbound: Inbound
  readonly claims: MessageClaims
  readonly read: ReadRecord
  readonly answer: Answerer
}

/** What shall be written, and what has to be known once it is. */
export interface Planned {
  readonly kind: 'planned'
  readonly write: PlannedWrite
  readonly noted: NotedPlan
  readonly plannedFiles?: PlannedFiles
  readonly ran: RanRules
}

export type Planning =
  | Planned
  | { readonly kind: 'concluded'; readonly conclusion: ExplainedConclusion }
  /** No rules yet: the message waits. */
  | { readonly kind: 'waiting' }

export type StateClaims = Extract<MessageClaims, { kind: 'state' | 'link' }>

const concluded = (conclusion: ExplainedConclusion): Planning => ({ kind: 'concluded', conclusion })

/** A message has arrived: what does it mean for our record? Writes nothing. */
export async function planIncoming(context: SyncContext, arrival: Arrival): Promise<Planning> {
  const { read, claims } = arrival
  if (read.kind === 'refused')
    return concluded({ outcome: 'quarantined', code: read.code, detail: { message: read.message } })
  if (claims.kind === 'delete') return concluded(endOf(read))
  if (claims.kind === 'unlink') throw new Error('An unlink is taken at once and never waits')
  if (read.kind === 'gone') return concluded({ outcome: 'gone' })
  const [widened] = widenedComments(arrival.item.pair, arrival.inbound)
  if (widened !== undefined && !(await findRulesOf(context, arrival.item.stored, 'incoming'))?.mayWiden)
    return concluded(widenedBy(widened))
  return planState(context, arrival, claims)
}

/** Both records stay what they are; the other one is no more. */
const endOf = (read: Exclude<ReadRecord, { kind: 'refused' }>): ExplainedConclusion => {
  if (read.kind !== 'record') return { outcome: 'gone' }
  const { version, record } = read
  return { outcome: 'applied', record: remoteOf(record), ignored: [], version, asPlanned: true }
}

export const remoteOf = ({ table, key, url }: LocalRecord) => ({
  type: table,
  key,
  ...(url !== undefined && { url }),
})

/** A record that a plan should make and that was never seen may still be made; one that was here once is gone for good. */
export const isUnborn = ({ stored, pair }: Item): boolean =>
  stored.recordId === null ||
  (stored.recordId === recordIdOf(stored.pairId, stored.table) &&
    pair.seenVersion === null &&
    (pair.state === 'starting' || pair.state === 'declined'))

async function planState(context: SyncContext, arrival: Arrival, claims: StateClaims): Promise<Planning> {
  const { item, inbound, read } = arrival
  const rules = await findRulesOf(context, item.stored, 'incoming')
  if (!rules) return { kind: 'waiting' }
  const record = recordToWrite(arrival)
  const before = read.kind === 'record' ? await hashesOf(context, arrival, record) : { paths: {} }
  if ('conclusion' in before) return concluded(before.conclusion)
  const { take, keep: kept, overwritten: lost } = resolveConflict(item.pair, inbound, before.paths)
  const outcome = await runRulesFor(context, arrival, claims, { rules, record, take })
  context.met?.note(rules, outcome.unmapped)
  const ran = { direction: rules.direction, version: rules.version }
  if (outcome.kind === 'stopped') return concluded({ outcome: 'stopped', ran })
  if (outcome.kind === 'failed') return concluded(quarantineBy(ran, outcome.fault))
  const { plan, ignored } = outcome.result
  // A record that is to be made has no key before that; rules replicate none without one.
  const made = withPlan(record.key === '' ? { ...record, key: item.stored.pairId } : record, plan)
  const planned = await hashesOf(context, arrival, made)
  if ('conclusion' in planned) return concluded(planned.conclusion)
  const onVersion = read.kind === 'record' ? read.version : null
  const overwritten = overwrittenBy(plan, read, before.paths, planned.paths)
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
      settles: expectState({ take, ignored, before: before.paths, planned: planned.paths }),
      onceWritten: { ...onceWrittenOf(plan), ignored, expected: planned.paths, kept, overwritten: lost },
    },
  }
}

interface Run {
  readonly rules: RulesRecord
  readonly record: LocalRecord
  readonly take: readonly string[]
}

async function runRulesFor(context: SyncContext, arrival: Arrival, claims: StateClaims, { rules, record, take }: Run) {
  const { connection, item, answer } = arrival
  const { type, key, url, replica, iat } = claims
  const { mayWiden } = rules
  const syncedWith = await findSyncedWith(context, item.stored, rules)
  return runIncoming(
    context.sandbox,
    runnableOf(rules),
    {
      record,
      theirs: { type, key, replica, ...(url !== undefined && { url }) },
      changed: take,
      ...newEntriesOf(context, arrival, claims),
      // A repeat gets the time of the message, so that it plans the same.
      ...surroundingsOf(connection, item.pair, { now: new Date(iat * 1000), mayWiden, syncedWith }),
    },
    { answer, owner: connection.id },
  )
}

const onceWrittenOf = ({ syncBack, unlink }: WritePlan) => ({ syncBack, ...(unlink && { unlink: true as const }) })

/** Paths of a record that is there; where our rules send none of them, the fields that say something. */
function overwrittenBy(plan: WritePlan, read: ReadRecord, before: Hashes, planned: Hashes): readonly string[] {
  if (read.kind !== 'record') return []
  const paths = differing(before, planned)
  const saysSomething = (name: string) => (read.record.fields[name]?.value ?? '') !== ''
  return paths.length > 0 ? paths : Object.keys(plan.fields).filter(saysSomething)
}

/** As it is, or as it would be made. */
function recordToWrite({ read, item }: Arrival): LocalRecord {
  if (read.kind === 'record' || read.kind === 'draft') return read.record
  throw new Error(`The draft of ${item.stored.table} was not read`)
}

/** Our record as our rules replicate it, or why they do not; nothing where this side sends nothing. */
async function hashesOf(
  context: SyncContext,
  { connection, item, answer }: Arrival,
  record: LocalRecord,
): Promise<{ readonly paths: Hashes } | { readonly conclusion: ExplainedConclusion }> {
  const content = await replicateRecord(context, { connection, item, record, answer })
  if (!content || content.kind === 'stopped') return { paths: {} }
  if (content.kind === 'done') return content.result.hashes
  return { conclusion: quarantineBy(content.ranRules, content.fault) }
}

/** Where the rules say something of files: what the sender's list does not hold is gone there. */
const filesOf = ({ files, removesFiles }: WritePlan, claims: StateClaims): { readonly plannedFiles?: PlannedFiles } =>
  files
    ? { plannedFiles: { wanted: files, offered: claims.files.map(({ id }) => id), removes: removesFiles === true } }
    : {}

/** The same plan for the same version has the same id, so that a repeat after a crash is none. */
function writeOf({ item, claims }: Arrival, onVersion: string | null, plan: WritePlan): PlannedWrite {
  const { id: itemId, pairId, table, recordId } = item.stored
  const { epoch, seq } = claims
  const id = createHash('sha256')
    .update(JSON.stringify([itemId, epoch, seq, onVersion, plan]))
    .digest('hex')
  return { id, pair: pairId, table, recordId: recordId ?? recordIdOf(pairId, table), onVersion, plan }
}
