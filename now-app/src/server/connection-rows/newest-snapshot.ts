import { GlideRecord } from '@servicenow/glide'
import type { ConnectionSnapshot } from '@accord/shared/schemas'
import { writeFields } from '../platform/write-fields.ts'
import { removeRows, rowRefused } from './require-written.ts'
import { TABLES } from '../names.ts'

const TABLE = TABLES.connectionSnapshot

/** Writes the snapshot down unless a newer one, or the same, is there. Of two with one revision the unique key takes one. */
export function rememberSnapshot(snapshot: ConnectionSnapshot): void {
  const known = findNewestSnapshot(snapshot.id)
  if (known && known.revision >= snapshot.revision) return
  const row = new GlideRecord(TABLE)
  row.initialize()
  writeFields(row, {
    news_key: `${snapshot.id}:${snapshot.revision}`,
    connection_id: snapshot.id,
    revision: String(snapshot.revision),
    snapshot: JSON.stringify(snapshot),
  })
  if (row.insert()) return
  const winner = findNewestSnapshot(snapshot.id)
  if (!winner || winner.revision < snapshot.revision) throw rowRefused(row)
}

export function findNewestSnapshot(connectionId: string): ConnectionSnapshot | undefined {
  const row = new GlideRecord(TABLE)
  row.addQuery('connection_id', connectionId)
  row.orderByDesc('revision')
  row.setLimit(1)
  row.query()
  return row.next() ? (JSON.parse(row.getValue('snapshot')) as ConnectionSnapshot) : undefined
}

/** The newest snapshot is never deleted: a late writer has to find it. */
export function forgetOlderThan({ id, revision }: ConnectionSnapshot): void {
  const older = new GlideRecord(TABLE)
  older.addQuery('connection_id', id)
  older.addQuery('revision', '<', revision)
  removeRows(older)
}

/** With its rows: the node that knows the connection again may count its revisions from the start. */
export function forgetSnapshots(connectionId: string): void {
  const all = new GlideRecord(TABLE)
  all.addQuery('connection_id', connectionId)
  removeRows(all)
}
