import type { ConnectionSnapshot } from '@accord/shared/schemas'
import { storedConnections } from './stored-connections.ts'
import { storeSnapshot } from './store-snapshot.ts'
import { unlessRefused } from './require-written.ts'

/** Stores what is newer than the stored rows; an unchanged list costs one query. */
export function storeList(connections: readonly ConnectionSnapshot[]): void {
  if (connections.length === 0) return
  const known = storedConnections(connections.map(({ id }) => id))
  for (const connection of connections) {
    if ((known.get(connection.id)?.revision ?? 0) < connection.revision) unlessRefused(() => storeSnapshot(connection))
  }
}
