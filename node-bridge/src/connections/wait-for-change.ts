import { setTimeout as delay } from 'node:timers/promises'

import type { ConnectionRecord } from '../store/connections/connection-record.ts'
import { CONNECTION_CHANGED } from '../store/connections/connections.ts'
import type { Database } from '../store/engine/database.ts'

export interface Awaited {
  /** Which notifications make it look again. */
  readonly concerns: (record: ConnectionRecord) => boolean
  readonly isOver: () => Promise<boolean>
  /** Subscribes to whatever else makes it worth to look; answers what ends that. */
  readonly subscribe?: ((look: () => void) => () => void) | undefined
  readonly waitMs: number
  /** Polling interval: commits of another replica publish no notification in this process. */
  readonly lookEveryMs: number
  /** Ends the wait at once. */
  readonly signal?: AbortSignal
}

/** Returns when `isOver`, `waitMs` have passed, or `signal` is aborted. */
export async function waitForChange(
  database: Database,
  { concerns, isOver, subscribe, waitMs, lookEveryMs, signal }: Awaited,
): Promise<void> {
  const deadline = performance.now() + waitMs
  let changed = new AbortController()
  const look = () => changed.abort()
  const mayWait = () => signal?.aborted !== true && performance.now() < deadline
  const unsubscribe = database.onCommitted(CONNECTION_CHANGED, ({ record }) => {
    if (concerns(record)) look()
  })
  const unsubscribeOther = subscribe?.(look)
  signal?.addEventListener('abort', look)
  try {
    while (mayWait() && !(await isOver())) {
      const pause = Math.min(lookEveryMs, Math.max(1, deadline - performance.now()))
      await delay(pause, undefined, { signal: changed.signal }).catch(() => undefined)
      changed = new AbortController()
    }
  } finally {
    unsubscribe()
    unsubscribeOther?.()
    signal?.removeEventListener('abort', look)
  }
}
