import type { MessageClaims } from '@accord/shared/schemas'

import { recordIdOf } from '../../trackers/record-id.ts'
import type { WritePlan } from '../../trackers/record.ts'
import type { ReadRecord } from '../../trackers/tracker.ts'
import { mayOverwrite } from '../comparison/may-overwrite.ts'
import { findRulesOf, runnableOf } from '../configuration/runnable-rules.ts'
import { COMPARISON_CAUSE } from '../items/describe-comparison.ts'
import type { RanRules } from '../items/ran-rules.ts'
import type { SyncContext } from '../items/sync-context.ts'
import { surroundingsOf } from '../outgoing/replicate-record.ts'
import { findSyncedWith } from '../outgoing/synced-with.ts'
import { DELETES_CAUSE } from '../pairs/agree-to-delete.ts'
import { runDeleted } from '../rules/index.ts'
import { type ExplainedConclusion, quarantineBy } from './explain.ts'
import { entriesOf } from './message-entries.ts'
import type { Arrival, Planning } from './plan-incoming.ts'
import { concluded, writeOf } from './plan-write.ts'
import { remoteOf } from './remote-of.ts'

type DeleteClaims = Extract<MessageClaims, { kind: 'delete' }>
type Found = Extract<ReadRecord, { kind: 'record' }>

/**
 * The other side's record is gone, and the pair ends. Our rules say what becomes of our record; without a word of theirs it stays as it
 * is. Writes nothing.
 */
export async function planDeleted(context: SyncContext, arrival: Arrival, claims: DeleteClaims): Promise<Planning> {
  const { read, item, connection, answer } = arrival
  if (read.kind !== 'record') return concluded({ outcome: 'gone' })
  const rules = await findRulesOf(context, item.stored, 'incoming')
  if (!rules) return concluded(stays(read))
  const ran = { direction: rules.direction, version: rules.version }
  const { mayWiden } = rules
  const { recordId, pairId, table } = item.stored
  const syncedWith = await findSyncedWith(context, item.stored, rules)
  const surroundings = surroundingsOf(connection, item.pair, { now: new Date(claims.iat * 1000), mayWiden, syncedWith })
  const input = { record: read.record, madeBySync: recordId === recordIdOf(pairId, table), ...surroundings }
  const outcome = await runDeleted(context.sandbox, runnableOf(rules), input, { answer, owner: connection.id })
  context.met?.note(rules, outcome.unmapped)
  if (outcome.kind === 'stopped') return concluded({ outcome: 'stopped', ran })
  if (outcome.kind === 'failed') return concluded(quarantineBy(ran, outcome.fault))
  const plan = outcome.result
  return plan && !isEmpty(plan) ? planEnd(context, arrival, claims, { read, ran, plan }) : concluded(stays(read))
}

const isEmpty = ({ fields, entries, deletes }: WritePlan): boolean =>
  !deletes && Object.keys(fields).length + entries.length === 0

const stays = ({ version, record }: Found): ExplainedConclusion => ({
  outcome: 'applied',
  record: remoteOf(record),
  ignored: [],
  version,
  asPlanned: true,
})

interface PlanOf {
  readonly read: Found
  readonly ran: RanRules
  readonly plan: WritePlan
}

/** Nothing of it is compared or sent: the pair is over once it is written. */
async function planEnd(
  context: SyncContext,
  arrival: Arrival,
  { mid }: DeleteClaims,
  { read, ran, plan }: PlanOf,
): Promise<Planning> {
  const overwrites = plan.deletes === true || Object.keys(plan.fields).length > 0
  // A draft shows what it would do, whatever still has to be agreed to.
  if (overwrites && !context.draft && !(await mayOverwrite(context, arrival.item)))
    return concluded({ outcome: 'quarantined', code: COMPARISON_CAUSE, paths: [] })
  if (plan.deletes && !mayDelete(context, arrival)) return concluded({ outcome: 'quarantined', code: DELETES_CAUSE })
  const write = writeOf(arrival, read.version, { ...plan, entries: entriesOf(arrival, plan, { mid, comments: [] }) })
  return {
    kind: 'planned',
    ran,
    write,
    noted: {
      id: write.id,
      onVersion: read.version,
      settles: {},
      onceWritten: { ignored: [], expected: {}, syncBack: false },
    },
  }
}

/** A few each hour. More is what an instance that was restored, or a partner by mistake, would ask for: a person says whether that is meant. */
const mayDelete = ({ draft, share, now }: SyncContext, { connection, inbound }: Arrival): boolean =>
  draft !== undefined ||
  inbound.isAgreed === true ||
  // It was let go before, and comes again.
  inbound.phase === 'planned' ||
  share.deletes.take(connection.id, now().getTime()) === undefined
