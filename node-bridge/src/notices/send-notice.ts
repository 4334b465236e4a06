import { DONE, type JobResult } from '../jobs/serial-queue-handler.ts'
import { type DeliveryRecord, findDelivery, noteAttempt } from '../store/notices/notice-deliveries.ts'
import { sendEvents } from './instance-event.ts'
import { writeMail } from './mail/write-mail.ts'
import type { NoticeContext } from './notice-context.ts'
import { type ReportedNotice, ReportedNotices } from './reported-notice.ts'
import type { SendFailure } from './send-failure.ts'

/** So long a notice is tried; what is older helps nobody. */
const GIVE_UP_MS = 86_400_000
/** A wrong password that is tried too often closes the account at many providers. */
const LOGIN_PAUSE_MS = 900_000

/**
 * The job of one notice to one recipient. A process that dies between sending and noting it sends the same once more, under the
 * same id: the only way in which somebody gets it twice.
 */
export async function sendNotice(context: NoticeContext, deliveryId: string): Promise<JobResult> {
  const { database, now, log } = context
  const delivery = await findDelivery(database.db, deliveryId)
  if (delivery?.state !== 'waiting') return DONE
  const isOld = now().getTime() - delivery.createdAt.getTime() > GIVE_UP_MS
  const failure = isOld
    ? GIVEN_UP
    : await sendBy(context, delivery, ReportedNotices.parse(JSON.parse(delivery.notices)))
  const outcome = failure === undefined ? 'sent' : failure.isFinal ? 'failed' : 'deferred'
  await database.transaction((transaction) =>
    noteAttempt(transaction, delivery, {
      outcome,
      // Why the attempts before failed tells more than that there were too many.
      code: isOld ? (delivery.code ?? GIVEN_UP.code) : (failure?.code ?? null),
      reply: isOld ? delivery.reply : (failure?.reply ?? null),
    }),
  )
  if (failure === undefined) return DONE
  const { code, reply } = failure
  log.warn({ delivery: deliveryId, channel: delivery.channel, code, reply, outcome }, 'a notice could not be sent')
  if (failure.isFinal) return DONE
  const pauseMs = code === 'mail_login_refused' ? LOGIN_PAUSE_MS : (failure.retryAfterS ?? 0) * 1000
  return { done: false, error: `${code}: ${reply ?? ''}`, notBefore: new Date(now().getTime() + pauseMs) }
}

const GIVEN_UP: SendFailure = { code: 'notice_given_up', reply: null, isFinal: true }

type Way = Pick<NoticeContext, 'mailer' | 'webhook' | 'postToInstance' | 'node' | 'consoleUrl'>

/** Undefined: it has been taken. A way that is no longer set up takes nothing. */
export async function sendBy(
  { mailer, webhook, postToInstance, node, consoleUrl }: Way,
  { id, channel, recipient, ...delivery }: Pick<DeliveryRecord, 'id' | 'channel' | 'recipient' | 'language'>,
  notices: readonly ReportedNotice[],
): Promise<SendFailure | undefined> {
  const sender = { ...node, consoleUrl }
  const language = delivery.language === 'de' ? 'de' : 'en'
  if (channel === 'mail' && mailer) return mailer.send({ id, to: recipient, ...writeMail(notices, sender, language) })
  if (channel === 'event' && postToInstance) return sendEvents(postToInstance, notices, language)
  const [notice] = notices
  // A notice for one service is not for another one that was set in its place.
  if (channel === 'webhook' && webhook?.host === recipient && notice) return webhook.send(id, notice, sender)
  return { code: 'notices_not_set_up', reply: null, isFinal: true }
}
