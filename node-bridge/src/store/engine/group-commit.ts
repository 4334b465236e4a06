import { AsyncResource } from 'node:async_hooks'
import { setImmediate as nextTurn } from 'node:timers/promises'

import { sql, type Transaction } from 'kysely'

import { markNotes } from './after-commit-notifications.ts'
import type { Db, Tables } from './tables.ts'

export type Work<T> = (transaction: Transaction<Tables>) => Promise<T>

interface Waiting {
  /** False when the work threw. What it had written is undone, unless it was the first: then the transaction has to be. */
  run(transaction: Transaction<Tables>, isFirst: boolean): Promise<boolean>
  /** The commit has happened, or failed with this. */
  settle(failure?: { readonly error: unknown }): void
}

/** A commit holds everybody up for one fsync, so a group is closed before others wait too long for it. */
const GROUP_SIZE = 64
/** Members follow each other so long at most between two turns of the event loop: sockets and timers wait no longer. */
const MOST_MS = 2

/**
 * SQLite has one writer and each commit costs an fsync: what arrives while another is at work shares the next commit.
 * Each work but the first has a savepoint of its own, so that one which throws takes nothing of its neighbours with it,
 * and nobody learns of success before the commit is on the disk. `committed`: is called for each group that is.
 */
export function createGroupCommit(
  db: Db,
  committed: (transaction: Db) => void = () => undefined,
): <T>(work: Work<T>) => Promise<T> {
  const queue: Waiting[] = []
  let busy = false

  const drain = async () => {
    busy = true
    while (queue.length > 0) await commitGroup(db, queue, committed)
    busy = false
  }

  return (work) =>
    new Promise((resolve, reject) => {
      queue.push(waitingFor(work, resolve, reject))
      if (!busy) void drain()
    })
}

/** The first of a group threw: nobody else has written yet, and the whole transaction is taken back. */
const TAKEN_BACK = new Error('The only work of the transaction failed')

/** Never rejects: each work receives its own outcome. */
async function commitGroup(db: Db, queue: Waiting[], committed: (transaction: Db) => void): Promise<void> {
  const group: Waiting[] = []
  try {
    const written = await db.transaction().execute(async (transaction) => {
      let turnBegan = performance.now()
      while (group.length < GROUP_SIZE) {
        const next = queue.shift() ?? (await oneTurnLater(queue))
        if (!next) return transaction
        group.push(next)
        const isFirst = group.length === 1
        if (!(await next.run(transaction, isFirst)) && isFirst) throw TAKEN_BACK
        if (performance.now() - turnBegan < MOST_MS) continue
        await nextTurn()
        turnBegan = performance.now()
      }
      return transaction
    })
    committed(written)
    for (const { settle } of group) settle()
  } catch (error) {
    // `begin` itself can fail, with nothing in the group yet: then the first in the queue learns it.
    const unanswered = group.length > 0 ? group : queue.splice(0, 1)
    for (const { settle } of unanswered) settle({ error })
  }
}

/** The fsync stops the whole process: what its sockets hold ready by now may join first. Costs nothing when there is nothing. */
async function oneTurnLater(queue: Waiting[]): Promise<Waiting | undefined> {
  await nextTurn()
  return queue.shift()
}

/** A full disk has ended the whole transaction: its neighbours learn why, not that the savepoint is gone. */
async function takeBack(transaction: Transaction<Tables>, reason: unknown): Promise<void> {
  await sql`rollback to member`.execute(transaction).catch(() => {
    throw reason
  })
}

function waitingFor<T>(work: Work<T>, resolve: (value: T) => void, reject: (reason: unknown) => void): Waiting {
  let outcome: { readonly value: T } | { readonly error: unknown } | undefined
  // The group runs where its first member was called: what the audit log says of the caller must not mix.
  const caller = new AsyncResource('accord.commit')
  return {
    run: async (transaction, isFirst) => {
      if (!isFirst) await sql`savepoint member`.execute(transaction)
      const takeBackNotes = markNotes(transaction)
      try {
        outcome = { value: await caller.runInAsyncScope(work, undefined, transaction) }
      } catch (error) {
        outcome = { error }
        takeBackNotes()
        if (!isFirst) await takeBack(transaction, error)
      }
      if (!isFirst) await sql`release member`.execute(transaction)
      return !('error' in outcome)
    },
    settle: (failure) => {
      const final = outcome && 'error' in outcome ? outcome : (failure ?? outcome)
      if (!final) throw new Error('A work was settled before it ran')
      if ('error' in final) reject(final.error)
      else resolve(final.value)
    },
  }
}
