import { randomUUID } from 'node:crypto'

import { startBackgroundLoop } from '../background/background-loop.ts'
import type { Db } from '../store/engine/tables.ts'
import { forgetDeliveries } from '../store/notices/notice-deliveries.ts'
import {
  forgetNotices,
  holdNoticeWatch,
  listNotices,
  type NoticeKey,
  releaseNoticeWatch,
  saveNotice,
} from '../store/notices/notices.ts'
import { nameConnections, type Need } from '../store/notices/needs-of-connections.ts'
import { findNeeds } from './find-needs.ts'
import { tellAll } from './deliver.ts'
import type { NoticeContext } from './notice-context.ts'
import { recipientsOf } from './recipients.ts'
import { decide, type Decided } from './tell.ts'
import type { ReportedNotice } from './reported-notice.ts'

/** Of a replica that died: the others wait no longer. */
const HELD_MS = 180_000
/** So long what is over, and what was sent, stays to be read. */
const KEPT_MS = 30 * 86_400_000
/** Looking takes at most a fiftieth of the time. */
const REST = 50

/** Looks again and again, on one replica, for what needs a person. Answers the function that ends it. */
export function startLookingForNeeds(context: NoticeContext, everyMs: number): () => Promise<void> {
  const { database, log } = context
  const token = randomUUID()
  const loop = startBackgroundLoop({
    firstAfterMs: everyMs,
    turn: async () => {
      const beganAt = performance.now()
      await lookForNeeds(context, token)
      return Math.max(everyMs, REST * (performance.now() - beganAt))
    },
    onFailure: (error) => {
      log.error({ err: error }, 'what needs a person could not be looked for')
      return everyMs
    },
    ref: false,
  })
  return async () => {
    await loop.stop()
    await releaseNoticeWatch(database.db, token)
  }
}

/**
 * Compares what needs a person with what was known, unless another replica does. What people are to be notified of is written down
 * together with the fact that they are notified, and with the job that sends it: a process that dies before has sent nothing, one
 * that dies after it has sent all. Answers what they are notified.
 */
export async function lookForNeeds(context: NoticeContext, token: string): Promise<readonly ReportedNotice[]> {
  const { database } = context
  if (!(await hold(database.db, context, token))) return []
  const needs = await findNeeds(context)
  // Held once more, until the commit: a replica that took so long that another one looks meanwhile says nothing.
  return database.transaction(async (transaction) =>
    (await hold(transaction, context, token)) ? tellOf(transaction, context, needs) : [],
  )
}

const hold = (db: Db, { now }: Pick<NoticeContext, 'now'>, token: string): Promise<boolean> =>
  holdNoticeWatch(db, token, { until: new Date(now().getTime() + HELD_MS), now: now() })

const keyOf = ({ cause, connectionId, subject }: NoticeKey): string => `${cause} ${connectionId} ${subject}`

async function tellOf(transaction: Db, context: NoticeContext, needs: readonly Need[]): Promise<ReportedNotice[]> {
  const { now } = context
  const recipients = await recipientsOf(transaction, context)
  const at = now()
  const known = await listNotices(transaction)
  const records = new Map(known.map((record) => [keyOf(record), record]))
  const found = new Map(needs.map((need) => [keyOf(need), need]))
  const names = await nameConnections(transaction, connectionsOf([...needs, ...known]))
  const pace = { ...context.pace, hasRecipients: recipients.length > 0 }
  const reported: ReportedNotice[] = []
  for (const key of new Set([...records.keys(), ...found.keys()])) {
    const need = found.get(key)
    // Of a connection that is gone nobody has to be notified.
    const decided = decide(records.get(key), need && isOfGone(need, names) ? undefined : need, at, pace)
    if (decided.record) await saveNotice(transaction, decided.record)
    const notice = reportedOf(decided, need, names, at)
    if (notice) reported.push(notice)
  }
  await tellAll(transaction, context, recipients, reported)
  await forgetNotices(transaction, new Date(at.getTime() - KEPT_MS))
  await forgetDeliveries(transaction, new Date(at.getTime() - KEPT_MS))
  return reported
}

const connectionsOf = (keys: readonly NoticeKey[]): string[] => [
  ...new Set(keys.flatMap(({ connectionId }) => (connectionId === '' ? [] : [connectionId]))),
]

const isOfGone = ({ connectionId }: NoticeKey, names: ReadonlyMap<string, string>): boolean =>
  connectionId !== '' && !names.has(connectionId)

function reportedOf(
  { record, step }: Decided,
  need: Need | undefined,
  names: ReadonlyMap<string, string>,
  at: Date,
): ReportedNotice | undefined {
  if (!record || !step || isOfGone(record, names)) return undefined
  const { cause, connectionId, subject, count } = record
  const connection = connectionId === '' ? null : { id: connectionId, name: names.get(connectionId) ?? connectionId }
  return {
    step: step.step,
    cause,
    connection,
    subject,
    count,
    more: step.more,
    since: step.since.toISOString(),
    at: at.toISOString(),
    until: need?.until?.toISOString() ?? null,
  }
}
