import type { Database } from '../store/engine/database.ts'
import type { SteppedItem } from '../store/sync/item-events.ts'
import { type Activity, type ActivityKind, addActivity, noteLastActivity } from '../store/sync/sync-activity.ts'
import { bucketOf } from './latency.ts'

const HOUR_MS = 3_600_000

export const hourOf = (ms: number): number => ms - (ms % HOUR_MS)

/** Which steps of a pair are counted, and as what. */
const KINDS: Readonly<Record<string, ActivityKind>> = { appliedThere: 'sent', applied: 'received', held: 'held' }

/**
 * What moves, by connection and hour: counted in memory, since a row of its own for each change would be what every pair waits for. So
 * much of it is kept as there are connections, hours, kinds and edges, however much moves.
 */
export interface ActivityTallies {
  readonly note: (steps: readonly SteppedItem[]) => void
  /** Writes what was counted since the last time. What could not be written is written the next time. */
  readonly save: (database: Pick<Database, 'transaction'>) => Promise<void>
}

interface Counted {
  readonly activity: Map<string, Activity>
  readonly moved: Map<string, number>
}

const nothing = (): Counted => ({ activity: new Map(), moved: new Map() })

export function createActivityTallies(): ActivityTallies {
  let counted = nothing()
  return {
    note: (steps) => {
      for (const step of steps) count(counted, step)
    },
    save: async ({ transaction }) => {
      if (counted.activity.size === 0) return
      const saved = counted
      counted = nothing()
      try {
        await transaction(async (within) => {
          await addActivity(within, inOrder(saved.activity))
          await noteLastActivity(within, new Map([...saved.moved].toSorted(byName)))
        })
      } catch (error) {
        for (const activity of saved.activity.values()) add(counted, activity)
        for (const [connectionId, ms] of saved.moved) noteMoved(counted, connectionId, ms)
        throw error
      }
    },
  }
}

const byName = ([one]: readonly [string, unknown], [other]: readonly [string, unknown]) => (one < other ? -1 : 1)

/** The same for every replica, so that two of them never wait for each other. */
const inOrder = (activity: ReadonlyMap<string, Activity>): Activity[] =>
  [...activity].toSorted(byName).map(([, each]) => each)

function count(counted: Counted, { connectionId, event, at, details }: SteppedItem): void {
  const kind = KINDS[event]
  if (!kind) return
  const took = details['tookMs']
  const upToMs = kind === 'sent' && typeof took === 'number' ? bucketOf(took) : 0
  add(counted, { connectionId, hourMs: hourOf(at.getTime()), kind, upToMs, count: 1 })
  noteMoved(counted, connectionId, at.getTime())
}

function add({ activity }: Counted, more: Activity): void {
  const name = [more.connectionId, more.hourMs, more.kind, more.upToMs].join(' ')
  activity.set(name, { ...more, count: more.count + (activity.get(name)?.count ?? 0) })
}

const noteMoved = ({ moved }: Counted, connectionId: string, ms: number) =>
  void moved.set(connectionId, Math.max(ms, moved.get(connectionId) ?? 0))
