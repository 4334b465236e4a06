import type { NoticeCause } from '@accord/shared/protocol'
import type { Selectable } from 'kysely'

import type { Db } from '../engine/tables.ts'
import type { NoticeTable } from '../engine/tables/notice-tables.ts'

/** Of what needs a person: what it is, whose, and more of it in one word. */
export interface NoticeKey {
  readonly cause: NoticeCause
  /** Empty: of no connection. */
  readonly connectionId: string
  /** Empty where there is none. */
  readonly subject: string
}

export interface NoticeRecord extends NoticeKey {
  readonly isOpen: boolean
  readonly count: number
  readonly beganAt: Date
  /** When it was last there. */
  readonly seenAt: Date
  /** Of this time that it is open somebody was notified. */
  readonly isReported: boolean
  /** When its beginning or growing was last reported, of whatever time. */
  readonly reportedAt: Date | null
  /** The lowest count since then. */
  readonly reportedCount: number
}

const recordOf = (row: Selectable<NoticeTable>): NoticeRecord => ({
  cause: row.cause as NoticeCause,
  connectionId: row.connection_id,
  subject: row.subject,
  isOpen: row.state === 'open',
  count: Number(row.count),
  beganAt: new Date(Number(row.began_at)),
  seenAt: new Date(Number(row.seen_at)),
  isReported: row.is_reported === 1,
  reportedAt: row.reported_at === null ? null : new Date(Number(row.reported_at)),
  reportedCount: Number(row.reported_count),
})

/** Those that are open, and those that were reported of lately. */
export async function listNotices(db: Db): Promise<NoticeRecord[]> {
  return (await db.selectFrom('notice').selectAll().execute()).map(recordOf)
}

/** Those of no connection, which concern all of them, first; then the newest. */
export async function listOpenNotices(db: Db, limit: number): Promise<NoticeRecord[]> {
  const rows = await db
    .selectFrom('notice')
    .selectAll()
    .where('state', '=', 'open')
    .orderBy((expression) => expression.case().when('connection_id', '=', '').then(0).else(1).end())
    .orderBy('began_at', 'desc')
    .limit(limit)
    .execute()
  return rows.map(recordOf)
}

export async function saveNotice(transaction: Db, notice: NoticeRecord): Promise<void> {
  const columns = {
    state: notice.isOpen ? 'open' : 'over',
    count: notice.count,
    began_at: notice.beganAt.getTime(),
    seen_at: notice.seenAt.getTime(),
    is_reported: notice.isReported ? 1 : 0,
    reported_at: notice.reportedAt?.getTime() ?? null,
    reported_count: notice.reportedCount,
  }
  const { cause, connectionId, subject } = notice
  await transaction
    .insertInto('notice')
    .values({ cause, connection_id: connectionId, subject, ...columns })
    .onConflict((conflict) => conflict.columns(['cause', 'connection_id', 'subject']).doUpdateSet(columns))
    .execute()
}

/** Those that are over and of which nobody was notified for so long. */
export async function forgetNotices(db: Db, before: Date): Promise<void> {
  await db.deleteFrom('notice').where('state', '=', 'over').where('seen_at', '<', before.getTime()).execute()
}

/** One replica looks. It holds this for a while and renews it. False where another one does. */
export async function holdNoticeWatch(db: Db, token: string, hold: { until: Date; now: Date }): Promise<boolean> {
  const { numUpdatedRows: held } = await db
    .updateTable('notice_watch')
    .set({ token, until: hold.until.getTime() })
    .where(({ eb, or }) => or([eb('token', 'is', null), eb('token', '=', token), eb('until', '<', hold.now.getTime())]))
    .executeTakeFirstOrThrow()
  return held === 1n
}

export async function releaseNoticeWatch(db: Db, token: string): Promise<void> {
  await db.updateTable('notice_watch').set({ token: null, until: 0 }).where('token', '=', token).execute()
}
