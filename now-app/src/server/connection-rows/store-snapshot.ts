import { GlideRecord } from '@servicenow/glide'
import type { ConnectionSnapshot } from '@accord/shared/schemas'
import { writeFields } from '../platform/write-fields.ts'
import { connectionFields } from './connection-fields.ts'
import { findNewestSnapshot, forgetOlderThan, rememberSnapshot } from './newest-snapshot.ts'
import { rowRefused } from './require-written.ts'
import { storeInvitation } from './store-invitation.ts'
import { TABLES } from '../names.ts'

const TABLE = TABLES.connection

/** The row of a connection, and the revision that stands there now. */
export interface StoredRow {
  readonly sysId: string
  readonly revision: number
}

/**
 * Brings the row of one connection up to this snapshot, unless it is newer already: callbacks may arrive late, twice, in
 * the wrong order or at once, and the highest revision wins.
 *
 * No write on an instance is atomic together with the reading before it, only a unique key is. So each snapshot is written
 * down first, then stored, then looked for again: whoever wrote to the row last finds the newest snapshot in that
 * last look, and repeats with it if it was not the one that he wrote.
 */
export function storeSnapshot(snapshot: ConnectionSnapshot): StoredRow {
  rememberSnapshot(snapshot)
  const newest = newestOf(snapshot)
  const stored = writeSnapshot(newest)
  const meanwhile = newestOf(newest)
  if (meanwhile.revision > newest.revision) return storeSnapshot(meanwhile)
  forgetOlderThan(newest)
  return findConnectionRow(snapshot.id) ?? stored
}

function newestOf(snapshot: ConnectionSnapshot): ConnectionSnapshot {
  const known = findNewestSnapshot(snapshot.id)
  return known && known.revision > snapshot.revision ? known : snapshot
}

function writeSnapshot(snapshot: ConnectionSnapshot): StoredRow {
  const stored = findConnectionRow(snapshot.id) ?? insertConnectionRow(snapshot)
  if (stored.revision < snapshot.revision) updateConnectionRow(stored.sysId, snapshot)
  // Also when the row is as new: its invitation may have been overwritten by a callback that was late.
  if (stored.revision <= snapshot.revision && snapshot.invitation) storeInvitation(stored.sysId, snapshot.invitation)
  return stored
}

export function findConnectionRow(connectionId: string): StoredRow | undefined {
  const row = new GlideRecord(TABLE)
  return row.get('node_connection_id', connectionId) ? storedRowOf(row) : undefined
}

/** Inserts without a revision, so that two at once end in one row that the update then fills. */
function insertConnectionRow(snapshot: ConnectionSnapshot): StoredRow {
  const row = new GlideRecord(TABLE)
  row.initialize()
  writeFields(row, { ...connectionFields(snapshot), revision: '0' })
  const sysId = row.insert()
  // The column is unique: when a callback was faster, its row is the one.
  const stored = sysId ? { sysId, revision: 0 } : findConnectionRow(snapshot.id)
  if (!stored) throw rowRefused(row)
  return stored
}

function updateConnectionRow(sysId: string, snapshot: ConnectionSnapshot): void {
  const row = new GlideRecord(TABLE)
  if (!row.get(sysId)) return
  writeFields(row, connectionFields(snapshot))
  if (row.update()) return
  // Our own rule keeps the highest revision: when a newer one was faster, all is well.
  if ((findConnectionRow(snapshot.id)?.revision ?? 0) < snapshot.revision) throw rowRefused(row)
}

const storedRowOf = (row: GlideRecord<string>): StoredRow => ({
  sysId: row.getUniqueValue(),
  revision: Number(row.getValue('revision')),
})
