import { INSTANCE_SYNC_LIMITS } from '@accord/shared/protocol'
import type { InstancePlan, PlanOutcome } from '@accord/shared/schemas'
import { GlideAggregate, GlideRecord } from '@servicenow/glide'
import { removeRows, rowRefused, updateRow } from '../../connection-rows/require-written.ts'
import { TABLES } from '../../names.ts'
import { glideTimeAgo } from '../../platform/glide-time.ts'
import { writeFields } from '../../platform/write-fields.ts'
import { idOfMade } from './apply-plan.ts'
import { partitionOf } from './partitions.ts'

/** Stores a plan that is not known yet; the unique id says which one was first. Says what is known of it. */
export function storePlan(plan: InstancePlan): 'waiting' | 'finished' {
  const record = plan.record ?? idOfMade(plan)
  const row = new GlideRecord(TABLES.writePlan)
  row.initialize()
  writeFields(row, {
    plan_id: plan.id,
    state: 'waiting',
    partition: String(partitionOf(record, plan.file !== undefined)),
    table_name: plan.table,
    record,
    plan: JSON.stringify(plan),
  })
  if (row.insert()) return 'waiting'
  const known = new GlideRecord(TABLES.writePlan)
  if (!known.get('plan_id', plan.id)) throw rowRefused(row)
  return known.getValue('state') === 'finished' ? 'finished' : 'waiting'
}

/** It waits, or is through and was not acknowledged yet. */
export const isPlanThere = (id: string): boolean => new GlideRecord(TABLES.writePlan).get('plan_id', id)

export interface WaitingPlan {
  readonly sysId: string
  readonly id: string
  readonly table: string
  readonly record: string
  readonly partition: number
  /** JSON of an InstancePlan. */
  readonly text: string
}

/** The plans of a partition that wait, oldest first. */
export function waitingPlans(partition: number): readonly WaitingPlan[] {
  const row = new GlideRecord(TABLES.writePlan)
  row.addQuery('state', 'waiting')
  row.addQuery('partition', partition)
  row.orderBy('sys_created_on')
  row.setLimit(INSTANCE_SYNC_LIMITS.plans)
  row.query()
  const found: WaitingPlan[] = []
  while (row.next())
    found.push({
      sysId: row.getUniqueValue(),
      id: row.getValue('plan_id'),
      table: row.getValue('table_name'),
      record: row.getValue('record'),
      partition,
      text: row.getValue('plan') ?? '',
    })
  return found
}

/** What became of it; the values that were to be written are forgotten at once. */
export function finishPlan({ sysId }: WaitingPlan, outcome: PlanOutcome): void {
  const row = new GlideRecord(TABLES.writePlan)
  if (!row.get(sysId)) return
  writeFields(row, { state: 'finished', plan: '', outcome: JSON.stringify(outcome) })
  updateRow(row)
}

export const isWaiting = ({ sysId }: WaitingPlan): boolean => {
  const row = new GlideRecord(TABLES.writePlan)
  return row.get(sysId) && row.getValue('state') === 'waiting'
}

/** The oldest that are through; they stay until the node acknowledges them. */
export function finishedPlans(): readonly PlanOutcome[] {
  const row = new GlideRecord(TABLES.writePlan)
  row.addQuery('state', 'finished')
  row.orderBy('sys_updated_on')
  row.setLimit(INSTANCE_SYNC_LIMITS.finished)
  row.query()
  const found: PlanOutcome[] = []
  while (row.next()) found.push(JSON.parse(row.getValue('outcome')) as PlanOutcome)
  return found
}

/** A plan that was not applied yet is never deleted on request. */
export function forgetPlans(ids: readonly string[]): void {
  if (ids.length === 0) return
  const rows = new GlideRecord(TABLES.writePlan)
  rows.addQuery('state', 'finished')
  rows.addQuery('plan_id', 'IN', ids.join(','))
  removeRows(rows)
}

/** A node that has not asked for so long sends the plan again, which then meets another version, or changes nothing. */
export function forgetOldPlans(): void {
  const rows = new GlideRecord(TABLES.writePlan)
  rows.addQuery('state', 'finished')
  rows.addQuery('sys_updated_on', '<', glideTimeAgo(INSTANCE_SYNC_LIMITS.noticeMs))
  removeRows(rows)
}

/** How many wait, by partition. */
export function waitingByPartition(): ReadonlyMap<number, number> {
  const counted = new GlideAggregate(TABLES.writePlan)
  counted.addQuery('state', '=', 'waiting')
  counted.addAggregate('COUNT', '')
  counted.groupBy('partition')
  counted.query()
  const waiting = new Map<number, number>()
  while (counted.next()) waiting.set(Number(counted.getValue('partition')), Number(counted.getAggregate('COUNT', '')))
  return waiting
}
