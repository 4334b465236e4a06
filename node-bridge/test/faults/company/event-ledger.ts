import type { ConnectionSnapshot } from '@accord/shared/schemas'

/** What an instance remembers of the events it acknowledged. */
export interface EventLedger {
  take(connection: ConnectionSnapshot): void
  /** The snapshot of the highest revision, as the instance's record shows it. */
  find(connectionId: string): ConnectionSnapshot | undefined
  /** Revisions that arrived for the first time after a higher one. */
  readonly inversions: readonly string[]
}

export function createEventLedger(): EventLedger {
  const newest = new Map<string, ConnectionSnapshot>()
  const taken = new Set<string>()
  const inversions: string[] = []
  return {
    take(connection) {
      const mark = `${connection.id} revision ${connection.revision}`
      const known = newest.get(connection.id)
      if (known && connection.revision < known.revision && !taken.has(mark))
        inversions.push(`${mark} after ${known.revision}`)
      taken.add(mark)
      if (!known || connection.revision > known.revision) newest.set(connection.id, connection)
    },
    find: (connectionId) => newest.get(connectionId),
    inversions,
  }
}
