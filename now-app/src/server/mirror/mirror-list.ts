import type { ConnectionSnapshot } from '@accord/shared/schemas'
import { mirroredRevisions } from './mirrored-connections.ts'
import { storeSnapshot } from './store-snapshot.ts'

/** Mirrors what is newer than the mirror; an unchanged list costs one query. */
export function mirrorList(connections: readonly ConnectionSnapshot[]): void {
  const known = mirroredRevisions()
  for (const connection of connections) {
    if ((known.get(connection.id) ?? 0) < connection.revision) storeSnapshot(connection)
  }
}
