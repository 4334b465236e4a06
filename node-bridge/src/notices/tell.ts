import type { NoticeCause, NoticeStep } from '@accord/shared/protocol'

import type { NoticeRecord } from '../store/notices/notices.ts'
import type { Need } from '../store/notices/needs-of-connections.ts'

/** Times that decide how often people are notified. */
export interface Pace {
  /** Between two notices of one cause that say how it began or that it grew. */
  readonly hourMs: number
  /** So long a cause is away before it counts as over: what goes up and down is one thing. */
  readonly settleMs: number
  /** So long what may pass by itself is left alone. */
  readonly afterMs: number
  /** False while there is nobody to tell: who comes later is notified then. */
  readonly hasRecipients: boolean
}

/** These may pass by themselves: an instance that is restarted, a peer that is upgraded. */
const MAY_PASS: ReadonlySet<NoticeCause> = new Set(['peer_away', 'sync_stuck', 'instance_refuses'])
/** That these are no longer there says nothing: a day has passed, or what was about to end has ended. */
const HAS_NO_END: ReadonlySet<NoticeCause> = new Set(['canary_fell_back', 'invitation_ends', 'licence_ends'])

export interface Decided {
  /** Undefined: it stays what it was. */
  readonly record?: NoticeRecord
  /** What people are notified of now. `more`: how many have come, at least, since `since`. */
  readonly step?: { readonly step: NoticeStep; readonly more: number; readonly since: Date }
}

/** One cause, as it was known and as it is found now: what is kept of it, and whether people are notified. Arithmetic alone. */
export function decide(known: NoticeRecord | undefined, need: Need | undefined, now: Date, pace: Pace): Decided {
  if (need) return whileThere(known?.isOpen ? known : beginning(known, need, now), need, now, pace)
  if (!known?.isOpen || now.getTime() - known.seenAt.getTime() < pace.settleMs) return {}
  const record = { ...known, isOpen: false }
  if (!known.isReported || HAS_NO_END.has(known.cause)) return { record }
  return { record, step: { step: 'over', more: 0, since: known.beganAt } }
}

/** It is there again, or for the first time; when people were notified of it last stays known, so that they are not notified twice in an hour. */
const beginning = (
  known: NoticeRecord | undefined,
  { cause, connectionId, subject }: Need,
  now: Date,
): NoticeRecord => ({
  cause,
  connectionId,
  subject,
  isOpen: true,
  count: 0,
  beganAt: now,
  seenAt: now,
  isReported: false,
  reportedAt: known?.reportedAt ?? null,
  reportedCount: 0,
})

function whileThere(open: NoticeRecord, { count }: Need, now: Date, { hourMs, afterMs, hasRecipients }: Pace): Decided {
  const seen = { ...open, count, seenAt: now }
  const mayTell = hasRecipients && isHourOver(open, now, hourMs)
  const reported = { ...seen, isReported: true, reportedAt: now, reportedCount: count }
  if (!open.isReported) {
    const waits = MAY_PASS.has(open.cause) && now.getTime() - open.beganAt.getTime() < afterMs
    return mayTell && !waits
      ? { record: reported, step: { step: 'began', more: 0, since: open.beganAt } }
      : { record: seen }
  }
  if (count > open.reportedCount && mayTell && open.reportedAt)
    return { record: reported, step: { step: 'grew', more: count - open.reportedCount, since: open.reportedAt } }
  return { record: { ...seen, reportedCount: Math.min(open.reportedCount, count) } }
}

const isHourOver = ({ reportedAt }: NoticeRecord, now: Date, hourMs: number): boolean =>
  reportedAt === null || now.getTime() - reportedAt.getTime() >= hourMs
