import type { InstancePlan, PlanOutcome } from '@accord/shared/schemas'
import { gs } from '@servicenow/glide'
import { findPairedNode } from '../../node/pairing-record.ts'
import { nowMs } from '../../platform/glide-time.ts'
import { SYNC_USER } from '../names.ts'
import { startWaking } from '../notices/wake-node.ts'
import { applyPlan } from './apply-plan.ts'
import { claimPlan, releasePlan } from './claim-plan.ts'
import { startPartition } from './partitions.ts'
import { finishPlan, isWaiting, waitingPlans } from './plan-rows.ts'
import type { WaitingPlan } from './plan-rows.ts'

/** A run ends itself after so long, and begins again for what is left: no transaction goes on for ever. */
const LONGEST_MS = 20_000

/**
 * Applies the waiting plans of a partition, oldest first. Only as the sync user: where a job has lost its user the platform may run it
 * as the system, which no ACL stops.
 */
function runPartition(partition: number): void {
  if (gs.getUserID() !== SYNC_USER.sysId) {
    gs.warn('Accord: write plans wait, since the job does not run as the sync user. Make it in Set-up.')
    return
  }
  if (!findPairedNode()) return
  const until = nowMs() + LONGEST_MS
  for (let plans = waitingPlans(partition); plans.length > 0; plans = waitingPlans(partition)) {
    const done = plans.filter((plan) => nowMs() < until && runPlan(plan))
    if (done.length > 0) startWaking()
    if (nowMs() >= until) return startPartition(partition)
    // The rest is in the hands of another run.
    if (done.length === 0) return
  }
}

/** Whether this run was the one that applied it. */
function runPlan(plan: WaitingPlan): boolean {
  if (!claimPlan(plan)) return false
  try {
    // Another run may have finished it between the list and the claim.
    if (!isWaiting(plan)) return false
    finishPlan(plan, outcomeOf(plan))
    return true
  } finally {
    releasePlan(plan)
  }
}

/** Whatever breaks, the plan ends in an outcome: the next one of the partition has its turn. */
function outcomeOf({ id, table, record, text }: WaitingPlan): PlanOutcome {
  try {
    return applyPlan(JSON.parse(text) as InstancePlan)
  } catch (thrown) {
    gs.error(`Accord: write plan ${id} broke: ${String(thrown)}`)
    const detail = 'The system log of the instance names the cause under the id of the plan.'
    return { plan: id, outcome: 'refused', table, id: record, finding: { code: 'internal', detail }, written: [] }
  }
}

export const runPartition1 = (): void => runPartition(0)
export const runPartition2 = (): void => runPartition(1)
export const runPartition3 = (): void => runPartition(2)
export const runPartition4 = (): void => runPartition(3)
export const runFiles = (): void => runPartition(4)
