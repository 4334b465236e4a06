import type { Db } from './tables.ts'

/** Told after a commit that a lane of the queue has a new head, and when that is due. */
type Listener = (dueAt: Date) => void

/** Wakes the worker of a queue that was given something, and no other. */
export interface AfterCommitNotifications {
  /** Answers the function that ends the subscription. */
  onDue(queue: string, listener: Listener): () => void
  /** The transaction is committed. */
  ring(transaction: Db): void
}

/** By transaction: the soonest head that each queue was given. */
const given = new WeakMap<Db, Map<string, number>>()

/** To be rung for `queue` once the transaction is committed. */
export function noteDue(transaction: Db, queue: string, dueAtMs: number): void {
  const queues = given.get(transaction) ?? new Map<string, number>()
  given.set(transaction, queues)
  queues.set(queue, Math.min(dueAtMs, queues.get(queue) ?? Infinity))
}

export function createAfterCommitNotifications(): AfterCommitNotifications {
  const listeners = new Map<string, Set<Listener>>()
  return {
    onDue: (queue, listener) => {
      const known = listeners.get(queue) ?? new Set()
      listeners.set(queue, known.add(listener))
      return () => known.delete(listener)
    },
    ring: (transaction) => {
      for (const [queue, dueAtMs] of given.get(transaction) ?? [])
        for (const listener of listeners.get(queue) ?? []) listener(new Date(dueAtMs))
    },
  }
}
