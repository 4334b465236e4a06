import { INSTANCE_SYNC_LIMITS } from '@accord/shared/protocol'
import type { PullAnswer } from '@accord/shared/schemas'
import { GlideRecord } from '@servicenow/glide'
import { removeRows } from '../../connection-rows/require-written.ts'
import { TABLES } from '../../names.ts'
import { glideTimeAgo, isoOf } from '../../platform/glide-time.ts'

type Notice = PullAnswer['notices'][number]

export interface Notices {
  readonly notices: readonly Notice[]
  readonly hasMore: boolean
}

/** The oldest notices; they stay until the node says that it has them. */
export function listNotices(): Notices {
  const row = new GlideRecord(TABLES.changeNotice)
  row.orderBy('sys_created_on')
  row.setLimit(INSTANCE_SYNC_LIMITS.notices + 1)
  row.query()
  const notices: Notice[] = []
  while (row.next()) notices.push(noticeOf(row))
  const hasMore = notices.length > INSTANCE_SYNC_LIMITS.notices
  return { notices: notices.slice(0, INSTANCE_SYNC_LIMITS.notices), hasMore }
}

/** The id of one that the node has not said it has. */
export function findNotice(): string | undefined {
  const row = new GlideRecord(TABLES.changeNotice)
  row.setLimit(1)
  row.query()
  return row.next() ? row.getUniqueValue() : undefined
}

export const isPending = (id: string): boolean => Boolean(new GlideRecord(TABLES.changeNotice).get(id))

export function forgetNotices(ids: readonly string[]): void {
  if (ids.length === 0) return
  const rows = new GlideRecord(TABLES.changeNotice)
  rows.addQuery('sys_id', 'IN', ids.join(','))
  removeRows(rows)
}

/** A node that stays away finds by its scan what these would have reported. */
export function forgetOldNotices(): void {
  const rows = new GlideRecord(TABLES.changeNotice)
  rows.addQuery('sys_created_on', '<', glideTimeAgo(INSTANCE_SYNC_LIMITS.noticeMs))
  removeRows(rows)
}

const noticeOf = (row: GlideRecord<string>): Notice => ({
  id: row.getUniqueValue(),
  table: row.getValue('table_name'),
  record: row.getValue('record'),
  kind: row.getValue('kind') as Notice['kind'],
  at: isoOf(row.getValue('sys_created_on')),
})
