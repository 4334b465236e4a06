import type { MessageClaims } from '@accord/shared/schemas'

import type { RulesRecord } from '../../store/sync/sync-rules.ts'
import type { ConnectionRecord } from '../../store/connections/connection-record.ts'
import type { Answerer } from '../../sandbox/index.ts'
import type { LocalRecord } from '../../trackers/record.ts'
import { recordIdOf } from '../../trackers/record-id.ts'
import type { PlannedWrite, ReadRecord } from '../../trackers/tracker.ts'
import { findRulesOf, runnableOf } from '../configuration/runnable-rules.ts'
import type { Item } from '../items/item.ts'
import type { PlannedFiles } from '../items/pair-files.ts'
import type { RanRules } from '../items/ran-rules.ts'
import type { SyncContext } from '../items/sync-context.ts'
import { surroundingsOf } from '../outgoing/replicate-record.ts'
import { findSyncedWith } from '../outgoing/synced-with.ts'
import { resolveConflict } from '../pairs/resolve-conflict.ts'
import { widenedComments } from '../pairs/brought-entries.ts'
import type { Inbound, NotedPlan } from '../pairs/sync-pair.ts'
import { type IncomingInput, runIncoming } from '../rules/index.ts'
import { answerStores, WritesFirst } from './answer-stores.ts'
import { type ExplainedConclusion, quarantineBy } from './explain.ts'
import { newEntriesOf, widenedBy } from './message-entries.ts'
import { planDeleted } from './plan-deleted.ts'
import { concluded, hashesOf, planStore, planWrite } from './plan-write.ts'
import { withOurs } from './with-ours.ts'
import { loadPoints, runOf, type RunStart, type SavedPoint } from './saved-points.ts'

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
  /** Where its script goes on from, once this is written. */
  readonly point?: { readonly place: number; readonly point: SavedPoint }
}

export type Planning =
  | Planned
  | { readonly kind: 'concluded'; readonly conclusion: ExplainedConclusion }
  /** No rules yet: the message waits. */
  | { readonly kind: 'waiting' }

export type StateClaims = Extract<MessageClaims, { kind: 'state' | 'link' }>

/** A message has arrived: what does it mean for our record? Writes nothing. */
export async function planIncoming(context: SyncContext, arrival: Arrival): Promise<Planning> {
  const { read, claims } = arrival
  if (read.kind === 'refused')
    return concluded({ outcome: 'quarantined', code: read.code, detail: { message: read.message } })
  if (claims.kind === 'delete') return planDeleted(context, arrival, claims)
  if (claims.kind === 'unlink') throw new Error('An unlink is taken at once and never waits')
  if (read.kind === 'gone') return concluded({ outcome: 'gone' })
  const [widened] = widenedComments(arrival.item.pair, arrival.inbound)
  if (widened !== undefined && !(await findRulesOf(context, arrival.item.stored, 'incoming'))?.mayWiden)
    return concluded(widenedBy(widened))
  return planState(context, arrival, claims)
}

/** A record that a plan should make and that was never seen may still be made; one that was here once is gone for good. */
export const isUnborn = ({ stored, pair }: Item): boolean =>
  stored.recordId === null ||
  (stored.recordId === recordIdOf(stored.pairId, stored.table) &&
    pair.seenVersion === null &&
    (pair.state === 'starting' || pair.state === 'declined'))

async function planState(context: SyncContext, arrival: Arrival, claims: StateClaims): Promise<Planning> {
  const rules = await findRulesOf(context, arrival.item.stored, 'incoming')
  if (!rules) return { kind: 'waiting' }
  const run = runOf(rules, claims)
  const points = await loadPoints(context, arrival.item, run)
  const start = points[0]?.start ?? (await startRun(context, arrival, claims, rules))
  if ('conclusion' in start) return concluded(start.conclusion)
  const ran = { direction: rules.direction, version: rules.version }
  const stores = answerStores(context, arrival, start, points)
  const planning = { ran, start, points }
  try {
    const running = { answer: arrival.answer, owner: arrival.connection.id, store: stores.store }
    const outcome = await runIncoming(context.sandbox, runnableOf(rules), start.input, running)
    context.met?.note(rules, outcome.unmapped)
    if (outcome.kind === 'stopped') return concluded({ outcome: 'stopped', ran })
    if (outcome.kind === 'failed') return concluded(quarantineBy(ran, outcome.fault))
    const { plan, ignored } = outcome.result
    return await planWrite(context, arrival, claims, { ...planning, plan: stores.withTried(plan), ignored })
  } catch (error) {
    if (!(error instanceof WritesFirst)) throw error
    return planStore(context, arrival, claims, { ...planning, run, asked: error.asked })
  }
}

/** What the run begins with: our record as it is, and what of the message is for it. */
async function startRun(
  context: SyncContext,
  arrival: Arrival,
  claims: StateClaims,
  rules: RulesRecord,
): Promise<RunStart | { readonly conclusion: ExplainedConclusion }> {
  const { item, inbound, read } = arrival
  const record = recordToWrite(arrival)
  const before = read.kind === 'record' ? await hashesOf(context, arrival, record) : { paths: {} }
  if ('conclusion' in before) return before
  const { take, keep: kept, overwritten } = resolveConflict(item.pair, inbound, before.paths)
  const ours = inbound.changed.filter((path) => !take.includes(path))
  const replica = before.replica ? withOurs(claims.replica, before.replica, ours) : claims.replica
  const input = await inputOf(context, arrival, { ...claims, replica }, { rules, record, take, ours })
  return { input, before: before.paths, kept, overwritten }
}

interface Run {
  readonly rules: RulesRecord
  readonly record: LocalRecord
  readonly take: readonly string[]
  /** Where ours stand, whatever the message says. */
  readonly ours: readonly string[]
}

async function inputOf(
  context: SyncContext,
  arrival: Arrival,
  claims: StateClaims,
  { rules, record, take, ours }: Run,
): Promise<IncomingInput> {
  const { connection, item } = arrival
  const { type, key, url, replica, iat } = claims
  const { mayWiden } = rules
  const syncedWith = await findSyncedWith(context, item.stored, rules)
  return {
    record,
    theirs: { type, key, replica, ...(url !== undefined && { url }) },
    changed: take,
    kept: ours,
    ...newEntriesOf(context, arrival, claims),
    // A repeat gets the time of the message, so that it plans the same.
    ...surroundingsOf(connection, item.pair, { now: new Date(iat * 1000), mayWiden, syncedWith }),
  }
}

/** As it is, or as it would be made. */
function recordToWrite({ read, item }: Arrival): LocalRecord {
  if (read.kind === 'record' || read.kind === 'draft') return read.record
  throw new Error(`The draft of ${item.stored.table} was not read`)
}
