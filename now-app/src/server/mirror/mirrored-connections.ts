import { GlideRecord } from '@servicenow/glide'

const TABLE = 'x_accord_bridge_connection'
const DEPENDENT_TABLES = ['x_accord_bridge_invitation', 'x_accord_bridge_handshake_log']

/** Connection id → revision of every mirror, in one query. */
export function mirroredRevisions(): ReadonlyMap<string, number> {
  const row = new GlideRecord(TABLE)
  row.query()
  const revisions = new Map<string, number>()
  while (row.next()) revisions.set(row.getValue('node_connection_id'), Number(row.getValue('revision')))
  return revisions
}

/** Removes the mirror of a connection that the node does not have, with its invitations and its log. */
export function forgetMirror(connectionId: string): void {
  const row = new GlideRecord(TABLE)
  if (!row.get('node_connection_id', connectionId)) return
  for (const table of DEPENDENT_TABLES) {
    const dependents = new GlideRecord(table)
    dependents.addQuery('connection', row.getUniqueValue())
    dependents.deleteMultiple()
  }
  row.deleteRecord()
}
