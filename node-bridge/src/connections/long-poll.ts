import { setTimeout as delay } from 'node:timers/promises'

import { LIMITS } from '@accord/shared/protocol'

import type { ConnectionRecord } from '../store/connection-record.ts'
import { createSlots } from '../limits/slots.ts'
import type { ConnectionContext } from './connection-context.ts'

/** Answers that wait for news. There is a bound to how many one process holds, and none is held while it stops. */
export interface LongPollSlots {
  /** Aborted when the node drains: what is held is answered at once. */
  readonly draining: AbortSignal
  /** The function that gives the place back; undefined where `sharer` has its share, or all places are taken. */
  enter(sharer: string): (() => void) | undefined
}

/** Half of the connections that the server takes. */
const MOST_HELD = 1000
/** Of one connection: the answer that its peer waits for, and those of before whose loss nobody has noticed yet. */
const HELD_EACH = 4

export function createLongPollSlots(draining: AbortSignal, each = HELD_EACH, overall = MOST_HELD): LongPollSlots {
  const room = createSlots(each, overall)
  return { draining, enter: (sharer) => room.enter(sharer) }
}

/** A net under the announcements of this process; another replica's commits are not announced here. */
const LOOK_EVERY_MS = { sqlite: 5000, postgres: 1000 } as const

export interface Wait {
  /** Whose share of the places it takes: a connection, or who asks about a code. */
  readonly sharer: string
  /** What the caller asked for; no answer is held longer than LIMITS.heldAnswerMs. */
  readonly waitMs: number
  /** Announced changes after which it is worth to look. */
  readonly concerns: (record: ConnectionRecord) => boolean
  readonly isOver: () => Promise<boolean>
}

/** Returns when `isOver`, the time is over, or the node drains. Where there is no room it returns at once: the caller asks again. */
export async function holdLongPoll(
  { held, changes, database }: Pick<ConnectionContext, 'held' | 'changes' | 'database'>,
  { sharer, waitMs, concerns, isOver }: Wait,
): Promise<void> {
  const leave = waitMs === 0 || held.draining.aborted ? undefined : held.enter(sharer)
  if (!leave) return
  const deadline = performance.now() + Math.min(waitMs, LIMITS.heldAnswerMs)
  let bell = new AbortController()
  const ring = () => bell.abort()
  const unsubscribe = changes.subscribe((record) => {
    if (concerns(record)) ring()
  })
  held.draining.addEventListener('abort', ring)
  try {
    while (!held.draining.aborted && performance.now() < deadline && !(await isOver())) {
      const pause = Math.min(LOOK_EVERY_MS[database.dialect], Math.max(1, deadline - performance.now()))
      await delay(pause, undefined, { signal: bell.signal }).catch(() => undefined)
      bell = new AbortController()
    }
  } finally {
    unsubscribe()
    held.draining.removeEventListener('abort', ring)
    leave()
  }
}
