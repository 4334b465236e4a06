import { enqueueJob } from '../store/serial-queue-jobs.ts'
import type { Db } from '../store/engine/tables.ts'

/** What a source that cannot be called does at the other side, PROTOCOL.md §5.12. */
export const COLLECT_QUEUE = 'collect'

/** Asks whether the code was accepted, and goes on asking until it has ended. */
export const enqueueCollect = (
  transaction: Db,
  invitationId: string,
  connectionId: string,
  runAt: Date,
): Promise<void> =>
  enqueueJob(transaction, {
    queue: COLLECT_QUEUE,
    key: invitationId,
    payload: { kind: 'collect', invitationId, connectionId },
    runAt,
    coalesce: true,
  })

/** The first signed call, once the other side has the grant, or once the admin here has approved. */
export const enqueueSourceConfirm = (transaction: Db, connectionId: string, runAt: Date): Promise<void> =>
  enqueueJob(transaction, {
    queue: COLLECT_QUEUE,
    key: connectionId,
    payload: { kind: 'confirm', connectionId },
    runAt,
    coalesce: true,
  })

/** Looks after the other side while the admin here has not decided. A lane of its own: it waits long. */
export const enqueueWatch = (transaction: Db, connectionId: string, runAt: Date): Promise<void> =>
  enqueueJob(transaction, {
    queue: COLLECT_QUEUE,
    key: `watch ${connectionId}`,
    payload: { kind: 'watch', connectionId },
    runAt,
    coalesce: true,
  })

/** The admin here has decided against the other side, or not in time. */
export const enqueueTellRefusal = (transaction: Db, connectionId: string, at: Date): Promise<void> =>
  enqueueJob(transaction, {
    queue: COLLECT_QUEUE,
    key: `tell ${connectionId}`,
    payload: { kind: 'tell', connectionId, since: at.getTime() },
    runAt: at,
  })
