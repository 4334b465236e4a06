import { SYNC_LIMITS } from '@accord/shared/sync'

import type { Turns } from './sync-pair.ts'

const { turns: MOST, withinMs } = SYNC_LIMITS.pingPong

/** The count after fields went in or out once more; who goes on in one direction makes no turn. */
export function turned(turns: Turns, direction: 'in' | 'out', nowMs: number): Turns {
  if (turns.last === null || nowMs - turns.sinceMs > withinMs) return { count: 1, sinceMs: nowMs, last: direction }
  return turns.last === direction ? turns : { ...turns, count: turns.count + 1, last: direction }
}

export const isPingPong = ({ count }: Turns): boolean => count > MOST
