import { INSTANCE_SYNC_API, INSTANCE_SYNC_LIMITS } from '@accord/shared/protocol'
import type { NotifyRequest } from '@accord/shared/schemas'
import { randomUUID } from 'node:crypto'

import { isRefusal } from '../refusals/refusal.ts'
import { titleOfNotice } from './mail/write-mail.ts'
import type { Recipient } from './notice-context.ts'
import type { ReportedNotice } from './reported-notice.ts'
import type { SendFailure } from './send-failure.ts'

/** Posts to a route of the application on the paired instance. Throws the refusals of the way there. */
export type PostNotices = (path: string, body: object) => Promise<unknown>

/** Who gets an event by a delivery, as people read it. */
export const THE_INSTANCE = 'instance'
/** So many events are asked for in one call. */
export const EVENTS_AT_ONCE = INSTANCE_SYNC_LIMITS.notified
const TITLE_CHARS = 200

/** The instance queues an event for each. A lost answer is asked for again, so that an event may come twice. */
export async function sendEvents(
  post: PostNotices,
  notices: readonly ReportedNotice[],
  language: Recipient['language'],
): Promise<SendFailure | undefined> {
  const body: NotifyRequest = { nonce: randomUUID(), notices: notices.map((notice) => eventOf(notice, language)) }
  try {
    await post(INSTANCE_SYNC_API.notify, body)
    return undefined
  } catch (error) {
    if (!isRefusal(error)) throw error
    return { code: error.code, reply: null, isFinal: false, retryAfterS: error.retryAfterS, cause: error.cause }
  }
}

const eventOf = (notice: ReportedNotice, language: Recipient['language']): NotifyRequest['notices'][number] => ({
  step: notice.step,
  cause: notice.cause ?? '',
  connectionId: notice.connection?.id ?? null,
  subject: notice.subject,
  count: notice.count,
  more: notice.more,
  title: titleOfNotice(notice, language).slice(0, TITLE_CHARS),
})
