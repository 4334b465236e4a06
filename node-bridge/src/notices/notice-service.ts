import type { NoticeDelivery, NoticeReport, NoticeTestAnswer } from '@accord/shared/schemas'

import { recordAudit } from '../audit/record-audit.ts'
import { orderedId } from '../identifiers/ordered-id.ts'
import { Refusal } from '../refusals/refusal.ts'
import { type DeliveryRecord, listDeliveries } from '../store/notices/notice-deliveries.ts'
import type { NoticeContext, Recipient } from './notice-context.ts'
import { readOpenNotices } from './open-notices.ts'
import { recipientsOf } from './recipients.ts'
import { sendBy } from './send-notice.ts'
import { type ReportedNotice, ReportedNotices } from './reported-notice.ts'

/** What a page shows at most. */
const OPEN = 200
const DELIVERIES = 50

export type Notices = ReturnType<typeof createNotices>

/** What people see of notices, and a test of the ways on which they go. */
export const createNotices = (context: NoticeContext) => ({
  report: async (): Promise<NoticeReport> => report(context, await recipientsOf(context.database.db, context)),
  /** Throws `notices_not_set_up`. What fails is no refusal: the answer says it for each recipient. */
  test: ({ actor }: { readonly actor: string }): Promise<NoticeTestAnswer> => test(context, actor),
})

async function report(
  { database: { db }, mailer, webhook, postToInstance }: NoticeContext,
  recipients: readonly Recipient[],
): Promise<NoticeReport> {
  const [open, deliveries] = await Promise.all([readOpenNotices(db, OPEN), listDeliveries(db, DELIVERIES)])
  return {
    mail: mailer ? mailOf(mailer.settings, recipients) : null,
    webhook: webhook ? { host: webhook.host } : null,
    event: postToInstance !== undefined,
    open,
    deliveries: deliveries.map(deliveryOf),
  }
}

const mailOf = (
  { host, port, encryption, from }: Pick<NonNullable<NoticeReport['mail']>, 'host' | 'port' | 'encryption' | 'from'>,
  recipients: readonly Recipient[],
): NonNullable<NoticeReport['mail']> => ({
  host,
  port,
  encryption,
  from,
  to: recipients.flatMap(({ channel, address }) => (channel === 'mail' ? address : [])),
})

function deliveryOf(record: DeliveryRecord): NoticeDelivery {
  const { channel, recipient, state, attempts, code, reply, createdAt } = record
  const notices = ReportedNotices.safeParse(JSON.parse(record.notices))
  const steps = notices.success ? notices.data.map(({ step }) => step) : []
  return { at: createdAt.toISOString(), channel, recipient, steps, state, attempts, code, reply }
}

/** Sent at once, and nothing of it is tried again: whoever asked sees what became of it. */
async function test(context: NoticeContext, actor: string): Promise<NoticeTestAnswer> {
  const { database, now } = context
  const recipients = await recipientsOf(database.db, context)
  if (recipients.length === 0) throw new Refusal('notices_not_set_up')
  const at = now()
  const results = await Promise.all(
    recipients.map(async ({ channel, address, language }) => {
      const failure = await sendBy(context, { id: orderedId(), channel, recipient: address, language }, [
        testNotice(at),
      ])
      const sent = failure === undefined
      return { channel, recipient: address, sent, code: failure?.code ?? null, reply: failure?.reply ?? null }
    }),
  )
  const failed = results.filter(({ sent }) => !sent).length
  const details = { sent: results.length - failed, failed }
  await database.transaction((transaction) =>
    recordAudit(transaction, { at, actor, action: 'notices.tested', subject: null, details }),
  )
  return { results }
}

const testNotice = (at: Date): ReportedNotice => ({
  step: 'test',
  cause: null,
  connection: null,
  subject: '',
  count: 0,
  more: 0,
  since: at.toISOString(),
  at: at.toISOString(),
  until: null,
})
