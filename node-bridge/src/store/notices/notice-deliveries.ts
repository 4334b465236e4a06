import type { DeliveryState, NoticeChannel } from '@accord/shared/protocol'
import type { Selectable } from 'kysely'

import { note, topic } from '../engine/after-commit-notifications.ts'
import type { Db } from '../engine/tables.ts'
import type { NoticeDeliveryTable } from '../engine/tables/notice-tables.ts'

export interface DeliveryRecord {
  readonly id: string
  readonly channel: NoticeChannel
  readonly recipient: string
  readonly language: string
  /** JSON; what it says is nobody's affair here. */
  readonly notices: string
  readonly state: DeliveryState
  readonly attempts: number
  readonly code: string | null
  readonly reply: string | null
  readonly createdAt: Date
}

/** What became of an attempt; `deferred`: it is tried again. */
export interface AttemptedDelivery {
  readonly channel: NoticeChannel
  readonly outcome: 'sent' | 'failed' | 'deferred'
}
export const DELIVERY_ATTEMPTED = topic<AttemptedDelivery>('an attempt to send a notice')

const recordOf = (row: Selectable<NoticeDeliveryTable>): DeliveryRecord => ({
  id: row.id,
  channel: row.channel as NoticeChannel,
  recipient: row.recipient,
  language: row.language,
  notices: row.notices,
  state: row.state as DeliveryState,
  attempts: row.attempts,
  code: row.code,
  reply: row.reply,
  createdAt: new Date(Number(row.created_at)),
})

type NewDelivery = Pick<DeliveryRecord, 'id' | 'channel' | 'recipient' | 'language' | 'notices' | 'createdAt'>

export async function insertDelivery(transaction: Db, { createdAt, ...delivery }: NewDelivery): Promise<void> {
  await transaction
    .insertInto('notice_delivery')
    .values({
      ...delivery,
      state: 'waiting',
      attempts: 0,
      code: null,
      reply: null,
      created_at: createdAt.getTime(),
    })
    .execute()
}

export async function findDelivery(db: Db, id: string): Promise<DeliveryRecord | undefined> {
  const row = await db.selectFrom('notice_delivery').selectAll().where('id', '=', id).executeTakeFirst()
  return row && recordOf(row)
}

export async function listDeliveries(db: Db, limit: number): Promise<DeliveryRecord[]> {
  const rows = await db
    .selectFrom('notice_delivery')
    .selectAll()
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(recordOf)
}

type Attempt = Pick<AttemptedDelivery, 'outcome'> & Pick<DeliveryRecord, 'code' | 'reply'>

/** Of one that still waits. */
export async function noteAttempt(
  transaction: Db,
  { id, channel }: Pick<DeliveryRecord, 'id' | 'channel'>,
  { outcome, code, reply }: Attempt,
): Promise<void> {
  const { numUpdatedRows: noted } = await transaction
    .updateTable('notice_delivery')
    .set((expression) => ({
      state: outcome === 'deferred' ? 'waiting' : outcome,
      attempts: expression('attempts', '+', 1),
      code,
      reply,
    }))
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .executeTakeFirstOrThrow()
  if (noted === 1n) note(transaction, DELIVERY_ATTEMPTED, { channel, outcome })
}

export async function forgetDeliveries(db: Db, before: Date): Promise<void> {
  await db.deleteFrom('notice_delivery').where('created_at', '<', before.getTime()).execute()
}
