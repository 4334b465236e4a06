import type { ConnectionRecord } from '../../store/connections/connection-record.ts'
import { lockPairs } from '../../store/sync/lock-pairs.ts'
import { findStoredPair } from '../../store/sync/sync-pairs.ts'
import type { ReadRecord, Tracker } from '../../trackers/tracker.ts'
import { concludeWrite } from '../incoming/conclude-write.ts'
import { type Arrival, type Planned, planIncoming } from '../incoming/plan-incoming.ts'
import { describePlanned } from '../incoming/describe-planned.ts'
import { keepPoint } from '../incoming/saved-points.ts'
import { inboundMessageOf } from '../items/inbound-message.ts'
import { type Item, itemOf, saveItem } from '../items/item.ts'
import type { SyncContext } from '../items/sync-context.ts'
import { notePlanned } from '../pairs/conclude-incoming.ts'
import type { AnswererFor } from './answerer.ts'
import type { ExplainedConclusion } from '../incoming/explain.ts'
import { asIfDone, type Canaries, failsAsBefore } from './try-canaries.ts'
import { countConclusion, countPlan } from './count-runs.ts'
import { awaitedOf, concludedOf, type Done, failedOf, guarded } from './done.ts'

export interface Parts extends SyncContext {
  readonly tracker: Tracker
  /** Pairs of the batch that run by rules which are only tried. */
  readonly canaries?: Canaries | undefined
}

export interface Task {
  readonly item: Item
  readonly connection: ConnectionRecord
  readonly read: ReadRecord
}

interface PlannedTask {
  readonly arrival: Arrival
  readonly planned: Planned
}

/** Plans all, notes the plans in one transaction, has them written together, and learns what became of each. */
export async function takeIn(parts: Parts, tasks: readonly Task[], answer: AnswererFor): Promise<readonly Done[]> {
  const plans: PlannedTask[] = []
  const waiting = await findWaiting(parts, tasks)
  const settled: Done[] = await Promise.all(
    tasks.map(({ item, connection, read }) =>
      guarded(parts, item, async () => {
        if (waiting.has(item)) return awaitedOf(parts, item.stored)
        const arrival = arrivalOf(parts, { item, connection, read }, answer)
        const planning = await planIncoming(parts, arrival)
        if (planning.kind === 'waiting') return failedOf(parts, item.stored)
        if (planning.kind === 'concluded') countConclusion(parts, item, planning.conclusion)
        if (planning.kind === 'concluded') {
          const asBefore = await isHeldAsBefore(parts, arrival, planning.conclusion)
          return { ...concludedOf(parts, item, planning.conclusion), asBefore }
        }
        plans.push({ arrival, planned: planning })
        return { kind: 'left' }
      }),
    ),
  )
  const noted = await noteAll(parts, plans)
  for (const { arrival, planned } of noted) countPlan(parts, arrival.item, planned.ran)
  return [...settled, ...(await writeAll(parts, noted))]
}

/**
 * Those whose plan the tracker has still to report: it may be written already. Who would plan anew for the record as it is now would
 * take for a conflict what people have changed in it since, and overwrite that.
 */
async function findWaiting({ tracker }: Parts, tasks: readonly Task[]): Promise<ReadonlySet<Item>> {
  const planned = tasks.flatMap(({ item }) =>
    item.pair.inbound?.phase === 'planned' ? [{ item, plan: item.pair.inbound.plan.id }] : [],
  )
  if (planned.length === 0 || !tracker.findWaiting) return new Set()
  const waiting = await tracker.findWaiting(planned.map(({ plan }) => plan))
  return new Set(planned.filter(({ plan }) => waiting.has(plan)).map(({ item }) => item))
}

async function isHeldAsBefore(parts: Parts, arrival: Arrival, { ranRules }: ExplainedConclusion): Promise<boolean> {
  if (!ranRules || !parts.canaries?.has(arrival.item.stored.id)) return false
  return failsAsBefore(parts, arrival.item, async (before) => {
    const planning = await planIncoming(before, { ...arrival, answer: asIfDone(arrival.answer) })
    return planning.kind === 'concluded' && planning.conclusion.outcome === 'quarantined'
  })
}

function arrivalOf(parts: Parts, { item, connection, read }: Task, answerFor: AnswererFor): Arrival {
  const { inbound } = item.pair
  const claims = inboundMessageOf(parts.vault, item.stored)
  if (!inbound || !claims) throw new Error(`The message of pair ${item.stored.pairId} is missing`)
  const { epoch, seq } = claims
  const answer = answerFor(connection, { itemId: item.stored.id, epoch, seq })
  return { connection, item, inbound, claims, read, answer }
}

/** From here on what stands in a record may be ours. Those that somebody else wrote meanwhile are planned anew. */
const noteAll = (parts: Parts, plans: readonly PlannedTask[]): Promise<readonly PlannedTask[]> =>
  plans.length === 0
    ? Promise.resolve([])
    : parts.database.transaction(async (transaction) => {
        await lockPairs(parts.database, transaction, { ids: plans.map(({ arrival }) => arrival.item.stored.id) })
        const noted: PlannedTask[] = []
        for (const { arrival, planned } of plans) {
          const pair = notePlanned(arrival.item.pair, planned.noted)
          const { recordId } = planned.write
          const { plannedFiles } = planned
          if (
            !(await saveItem(parts, transaction, arrival.item, {
              pair,
              recordId,
              isStep: true,
              ran: planned.ran,
              planned: describePlanned(arrival.read, planned),
              ...(plannedFiles && { plannedFiles }),
            }))
          )
            continue
          if (planned.point) await keepPoint(parts, transaction, arrival.item, planned.point)
          const stored = await findStoredPair(transaction, arrival.item.stored.id)
          if (stored) noted.push({ planned, arrival: { ...arrival, item: itemOf(stored, parts.epoch) } })
        }
        return noted
      })

async function writeAll(parts: Parts, plans: readonly PlannedTask[]): Promise<readonly Done[]> {
  if (plans.length === 0) return []
  try {
    const written = await parts.tracker.apply(plans.map(({ planned }) => planned.write))
    return await Promise.all(
      plans.map(({ arrival, planned }, place) =>
        guarded(parts, arrival.item, async () => {
          const applied = written[place]
          if (!applied) throw new Error('The tracker has not answered each plan')
          if (applied.kind === 'waiting') return awaitedOf(parts, arrival.item.stored)
          const { onceWritten } = planned.noted
          const conclusion = onceWritten && (await concludeWrite(parts, { ...arrival, onceWritten }, applied))
          if (!conclusion) return { kind: 'left' }
          return { kind: 'written', id: arrival.item.stored.id, plan: planned.noted.id, conclusion }
        }),
      ),
    )
  } catch (error) {
    parts.log.warn({ err: error, plans: plans.length }, 'plans could not be given to the tracker')
    return plans.map(({ arrival }) => failedOf(parts, arrival.item.stored))
  }
}
