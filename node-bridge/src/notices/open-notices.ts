import type { OpenNotice } from '@accord/shared/schemas'

import type { Db } from '../store/engine/tables.ts'
import { nameConnections } from '../store/notices/needs-of-connections.ts'
import { listOpenNotices, type NoticeRecord } from '../store/notices/notices.ts'

/** What needs a person now, as it was last found: what concerns the whole node first, then the newest. Of a connection that is gone nobody has to know. */
export async function readOpenNotices(db: Db, limit: number): Promise<OpenNotice[]> {
  const open = await listOpenNotices(db, limit)
  const names = await nameConnections(
    db,
    open.flatMap(({ connectionId }) => (connectionId === '' ? [] : [connectionId])),
  )
  return open.flatMap((notice) => openOf(notice, names))
}

function openOf(notice: NoticeRecord, names: ReadonlyMap<string, string>): OpenNotice[] {
  const { cause, connectionId: id, subject, count, beganAt, isReported } = notice
  const name = names.get(id)
  if (id !== '' && name === undefined) return []
  const connection = name === undefined ? null : { id, name }
  return [{ cause, subject, connection, count, since: beganAt.toISOString(), reported: isReported }]
}
