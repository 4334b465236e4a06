import type { Db } from './tables.ts'

declare const MESSAGE: unique symbol

/** A kind of notification. Its messages are noted on a transaction, and published once that is committed. */
export interface Topic<Message> {
  readonly name: string
  readonly [MESSAGE]?: Message
}

export const topic = <Message>(name: string): Topic<Message> => ({ name })

type Listener<Message> = (message: Message) => void

/** Subscriptions of one database. */
export interface AfterCommitNotifications {
  /** Answers the function that ends the subscription. A listener only sets something off: nobody waits for it, and it must not throw. */
  onCommitted<Message>(about: Topic<Message>, listener: Listener<Message>): () => void
  /** The transaction is committed. */
  publish(transaction: Db): void
}

interface Note {
  readonly about: Topic<unknown>
  readonly message: unknown
}

const noted = new WeakMap<Db, Note[]>()

/** What is noted outside of a transaction would never be published: whoever writes what has to be, asks this first. */
export function requireTransaction(db: Db): void {
  if (!db.isTransaction) throw new Error('This is written in a transaction only')
}

/** To be published once the transaction is committed, and never when it is rolled back. */
export function note<Message>(transaction: Db, about: Topic<Message>, message: Message): void {
  requireTransaction(transaction)
  const notes = noted.get(transaction) ?? []
  noted.set(transaction, notes)
  notes.push({ about, message })
}

/** Answers the function that takes back what is noted from here on: a part of the transaction is rolled back. */
export function markNotes(transaction: Db): () => void {
  const before = noted.get(transaction)?.length ?? 0
  return () => void noted.get(transaction)?.splice(before)
}

/** `onFailure`: is called for a listener that failed, a fault of ours; what is committed stays, and the others are called. */
export function createAfterCommitNotifications(onFailure?: (error: unknown) => void): AfterCommitNotifications {
  const listeners = new Map<Topic<unknown>, Set<Listener<never>>>()
  return {
    onCommitted: (about, listener) => {
      const known = listeners.get(about) ?? new Set()
      listeners.set(about, known.add(listener))
      return () => known.delete(listener)
    },
    publish: (transaction) => {
      for (const { about, message } of noted.get(transaction) ?? [])
        for (const listener of listeners.get(about) ?? [])
          try {
            listener(message as never)
          } catch (error) {
            onFailure?.(error)
          }
      noted.delete(transaction)
    },
  }
}
