import { LIMITS } from '@accord/shared/protocol'

import { createSlots } from '../limits/slots.ts'
import type { ConnectionContext } from './connection-context.ts'
import { type Awaited, waitForChange } from './wait-for-change.ts'

/** Answers that wait for news. There is a bound to how many one process holds, and none is held while it stops. */
export interface LongPollSlots {
  /** Aborted when the node drains: what is held is answered at once. */
  readonly draining: AbortSignal
  /** The function that gives the place back; undefined where `sharer` has its share, or all places are taken. */
  enter(sharer: string): (() => void) | undefined
}

/** Long polls take at most half of the server's sockets. */
const MOST_SLOTS = 1000
/** Slots of one connection: the current long poll of its peer, and earlier ones that were lost without the server noticing. */
const SLOTS_EACH = 4

export function createLongPollSlots(draining: AbortSignal, each = SLOTS_EACH, overall = MOST_SLOTS): LongPollSlots {
  const room = createSlots(each, overall)
  return { draining, enter: (sharer) => room.enter(sharer) }
}

const LOOK_EVERY_MS = { sqlite: 5000, postgres: 1000 } as const

export interface Wait extends Pick<Awaited, 'concerns' | 'isOver' | 'subscribe'> {
  /** Whose share of the places it takes: a connection, or who asks about a code. */
  readonly sharer: string
  /** What the caller asked for; no answer is held longer than LIMITS.longPollMs. */
  readonly waitMs: number
}

/** Returns when `isOver`, the time is over, or the node drains. Where there is no room it returns at once: the caller asks again. */
export async function holdLongPoll(
  { held, database }: Pick<ConnectionContext, 'held' | 'database'>,
  { sharer, waitMs, concerns, isOver, subscribe }: Wait,
): Promise<void> {
  const leave = waitMs === 0 || held.draining.aborted ? undefined : held.enter(sharer)
  if (!leave) return
  try {
    await waitForChange(database, {
      concerns,
      isOver,
      waitMs: Math.min(waitMs, LIMITS.longPollMs),
      subscribe,
      lookEveryMs: LOOK_EVERY_MS[database.dialect],
      signal: held.draining,
    })
  } finally {
    leave()
  }
}
