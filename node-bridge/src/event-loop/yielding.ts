import { AsyncResource } from 'node:async_hooks'

/** Milliseconds of work at most in one turn of the event loop: sockets and timers wait no longer. */
export const MOST_MS = 2

const waiting: (() => void)[] = []
let spentMs = 0
let isPlanned = false

const hasTime = () => spentMs < MOST_MS

/**
 * Does short work that keeps the processor busy (a new key, the reading of a message) on this thread, in order: what many ask
 * for at once is spread over turns of the event loop. Signatures are not among it, web crypto does them on the thread pool.
 */
export function yielding<T>(work: () => T): Promise<T> {
  return new Promise((resolve, reject) => {
    const run = () => {
      try {
        resolve(timed(work))
      } catch (error) {
        reject(error)
      }
    }
    if (waiting.length === 0 && hasTime()) run()
    // The work runs in a later turn, so the caller's async context (origin, trace) is kept with it.
    else {
      const caller = new AsyncResource('accord.turn')
      waiting.push(() => caller.runInAsyncScope(run))
    }
    planTurn()
  })
}

function timed<T>(work: () => T): T {
  const startedAt = performance.now()
  try {
    return work()
  } finally {
    spentMs += performance.now() - startedAt
  }
}

function planTurn(): void {
  if (isPlanned) return
  isPlanned = true
  setImmediate(() => {
    isPlanned = false
    spentMs = 0
    for (let run = waiting.shift(); run; run = hasTime() ? waiting.shift() : undefined) run()
    if (waiting.length > 0) planTurn()
  })
}
