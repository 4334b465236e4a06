import { GlideRecord } from '@servicenow/glide'
import { forgetSnapshots } from './newest-snapshot.ts'
import { removeRow, removeRows } from './require-written.ts'
import { TABLES } from '../names.ts'

const TABLE = TABLES.connection
const DEPENDENT_TABLES = [TABLES.invitation, TABLES.handshakeLog]

/** How a connection stands in the mirror. */
export interface Standing {
  readonly revision: number
  readonly state: string
}

/** Connection id → standing of every mirror, or of those that are asked for, in one query. */
export function mirroredConnections(ids?: readonly string[]): ReadonlyMap<string, Standing> {
  const row = new GlideRecord(TABLE)
  if (ids) row.addQuery('node_connection_id', 'IN', ids.join(','))
  row.query()
  const standings = new Map<string, Standing>()
  while (row.next())
    standings.set(row.getValue('node_connection_id'), {
      revision: Number(row.getValue('revision')),
      state: row.getValue('state'),
    })
  return standings
}

/** Removes the mirror of a connection that the node does not have, with its invitations and its log. */
export function forgetMirror(connectionId: string): void {
  const row = new GlideRecord(TABLE)
  if (!row.get('node_connection_id', connectionId)) return
  for (const table of DEPENDENT_TABLES) {
    const dependents = new GlideRecord(table)
    dependents.addQuery('connection', row.getUniqueValue())
    removeRows(dependents)
  }
  removeRow(row)
  forgetSnapshots(connectionId)
}
