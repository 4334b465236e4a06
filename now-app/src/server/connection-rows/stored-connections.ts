import { GlideRecord } from '@servicenow/glide'
import { forgetSnapshots } from './newest-snapshot.ts'
import { removeRow, removeRows } from './require-written.ts'
import { TABLES } from '../names.ts'

const TABLE = TABLES.connection
const DEPENDENT_TABLES = [TABLES.invitation, TABLES.handshakeLog]

/** What this instance has stored of a connection. */
export interface StoredState {
  readonly revision: number
  readonly state: string
}

/** Connection id → what is stored of each connection, or of those that are asked for, in one query. */
export function storedConnections(ids?: readonly string[]): ReadonlyMap<string, StoredState> {
  const row = new GlideRecord(TABLE)
  if (ids) row.addQuery('node_connection_id', 'IN', ids.join(','))
  row.query()
  const states = new Map<string, StoredState>()
  while (row.next())
    states.set(row.getValue('node_connection_id'), {
      revision: Number(row.getValue('revision')),
      state: row.getValue('state'),
    })
  return states
}

/** Removes the rows of a connection that the node does not have, with its invitations and its log. */
export function forgetConnection(connectionId: string): void {
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
