import { GlideRecord } from '@servicenow/glide'
import type { ConnectionSnapshot } from '@accord/shared/schemas'
import { writeFields } from '../platform/write-fields.ts'
import { connectionFields } from './connection-fields.ts'
import { storeInvitation } from './store-invitation.ts'

const TABLE = 'x_accord_bridge_connection'

/** Where a connection is mirrored, and the revision that stands there now. */
export interface Mirror {
  readonly sysId: string
  readonly revision: number
}

/**
 * Brings the mirror of one connection up to this snapshot, unless it is as new already: callbacks may arrive late, twice
 * or in the wrong order, and the highest revision wins.
 */
export function storeSnapshot(snapshot: ConnectionSnapshot): Mirror {
  const mirror = findMirror(snapshot.id) ?? insertMirror(snapshot)
  if (mirror.revision < snapshot.revision) updateMirror(mirror.sysId, snapshot)
  return findMirror(snapshot.id) ?? mirror
}

export function findMirror(connectionId: string): Mirror | undefined {
  const row = new GlideRecord(TABLE)
  return row.get('node_connection_id', connectionId) ? mirrorOf(row) : undefined
}

/** Inserts without a revision, so that two at once end in one row that the update then fills. */
function insertMirror(snapshot: ConnectionSnapshot): Mirror {
  const row = new GlideRecord(TABLE)
  row.initialize()
  writeFields(row, { ...connectionFields(snapshot), revision: '0' })
  const sysId = row.insert()
  // The column is unique: when a callback was faster, its row is the one.
  return sysId ? { sysId, revision: 0 } : (findMirror(snapshot.id) ?? { sysId: '', revision: snapshot.revision })
}

function updateMirror(sysId: string, snapshot: ConnectionSnapshot): void {
  const row = new GlideRecord(TABLE)
  if (!row.get(sysId)) return
  writeFields(row, connectionFields(snapshot))
  if (row.update() && snapshot.invitation) storeInvitation(sysId, snapshot.invitation)
}

const mirrorOf = (row: GlideRecord<string>): Mirror => ({
  sysId: row.getUniqueValue(),
  revision: Number(row.getValue('revision')),
})
