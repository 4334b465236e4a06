import type { ConnectionSnapshot } from '@accord/shared/schemas'
import { mirroredConnections } from './mirrored-connections.ts'
import { storeSnapshot } from './store-snapshot.ts'
import { unlessRefused } from './require-written.ts'

/** Mirrors what is newer than the mirror; an unchanged list costs one query. */
export function mirrorList(connections: readonly ConnectionSnapshot[]): void {
  if (connections.length === 0) return
  const known = mirroredConnections(connections.map(({ id }) => id))
  for (const connection of connections) {
    if ((known.get(connection.id)?.revision ?? 0) < connection.revision) unlessRefused(() => storeSnapshot(connection))
  }
}
