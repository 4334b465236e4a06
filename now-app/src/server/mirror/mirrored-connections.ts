import { GlideRecord } from '@servicenow/glide'

const TABLE = 'x_accord_bridge_connection'

/** Connection id → revision of every mirror, in one query. */
export function mirroredRevisions(): ReadonlyMap<string, number> {
  const row = new GlideRecord(TABLE)
  row.query()
  const revisions = new Map<string, number>()
  while (row.next()) revisions.set(row.getValue('node_connection_id'), Number(row.getValue('revision')))
  return revisions
}

/** Removes the mirror of a connection that the node does not have; its invitations and log entries go with it. */
export function forgetMirror(connectionId: string): void {
  const row = new GlideRecord(TABLE)
  if (row.get('node_connection_id', connectionId)) row.deleteRecord()
}
