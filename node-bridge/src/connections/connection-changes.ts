import type { ConnectionRecord } from '../store/connection-record.ts'

type Listener = (record: ConnectionRecord, transition: string | undefined) => void

/** Tells, after the commit, that a connection has changed: metrics count it, lanes look for work, a waiting call goes on. */
export interface ConnectionChanges {
  announce(record: ConnectionRecord, transition?: string): void
  /** Answers the function that ends the subscription. */
  subscribe(listener: Listener): () => void
}

export function createConnectionChanges(): ConnectionChanges {
  const listeners = new Set<Listener>()
  return {
    announce: (record, transition) => {
      for (const listener of listeners) listener(record, transition)
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
