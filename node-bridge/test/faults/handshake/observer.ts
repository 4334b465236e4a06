import type { ConnectionSnapshot } from '@accord/shared/schemas'

/**
 * Remembers everything a bridge has acknowledged about its connections and notices when a later answer takes it back: a
 * revision that shrinks, the same revision with another state, or a connection that is no longer active.
 */
export interface Observer {
  saw(connection: ConnectionSnapshot): void
  readonly contradictions: readonly string[]
  /** Ids of all connections that were acknowledged. */
  readonly known: ReadonlyMap<string, ConnectionSnapshot>
}

export function createObserver(name: string): Observer {
  const known = new Map<string, ConnectionSnapshot>()
  const contradictions: string[] = []
  return {
    saw(connection) {
      const before = known.get(connection.id)
      const contradiction = before && contradictionOf(before, connection)
      if (contradiction) contradictions.push(`${name}, connection ${connection.id}: ${contradiction}`)
      if (!before || connection.revision >= before.revision) known.set(connection.id, connection)
    },
    contradictions,
    known,
  }
}

function contradictionOf(before: ConnectionSnapshot, after: ConnectionSnapshot): string | undefined {
  const change = `${before.state} at revision ${before.revision}, then ${after.state} at revision ${after.revision}`
  if (after.revision < before.revision) return change
  if (after.revision === before.revision && after.state !== before.state) return change
  if (before.state === 'active' && after.state !== 'active') return change
  return undefined
}
