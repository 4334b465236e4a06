import { orderedId } from '../identifiers/ordered-id.ts'
import { enqueue } from '../jobs/job-table.ts'
import { sha256 } from '../keys/digest.ts'
import type { Db } from '../store/engine/tables.ts'
import { insertDelivery } from '../store/notices/notice-deliveries.ts'
import { EVENTS_AT_ONCE } from './instance-event.ts'
import type { NoticeContext, Recipient } from './notice-context.ts'
import type { ReportedNotice } from './reported-notice.ts'

/** One mail for all that is reported at once, to each recipient. */
export async function tellAll(
  transaction: Db,
  context: Pick<NoticeContext, 'now'>,
  recipients: readonly Recipient[],
  reported: readonly ReportedNotice[],
): Promise<void> {
  if (reported.length === 0) return
  for (const recipient of recipients) {
    const together = inParts(reported, TOGETHER[recipient.channel])
    for (const notices of together) await deliver(transaction, context, recipient, notices)
  }
}

/** How many go together: a service gets each for itself, so that it can open and close by it. */
const TOGETHER = { mail: Infinity, webhook: 1, event: EVENTS_AT_ONCE } as const

function inParts<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  const parts: T[][] = []
  for (let at = 0; at < all.length; at += size) parts.push(all.slice(at, at + size))
  return parts
}

/** A recipient's notices come in their order, and one whose server is slow holds up nobody else. */
async function deliver(
  transaction: Db,
  { now }: Pick<NoticeContext, 'now'>,
  { channel, address, language }: Recipient,
  reported: readonly ReportedNotice[],
): Promise<void> {
  const id = orderedId()
  const notices = JSON.stringify(reported)
  await insertDelivery(transaction, { id, channel, recipient: address, language, notices, createdAt: now() })
  await enqueue(transaction, 'sendNotice', { deliveryId: id, to: sha256(`${channel} ${address}`).slice(0, 16) }, now())
}
