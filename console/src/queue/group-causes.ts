import type { SyncQueue } from '@accord/shared/schemas'

export interface CauseGroup {
  readonly code: string
  readonly count: number
  readonly connections: readonly { readonly id: string; readonly name: string }[]
}

/** Each cause once, over all connections, the most frequent first. */
export function groupCauses({ causes, connections }: Pick<SyncQueue, 'causes' | 'connections'>): readonly CauseGroup[] {
  const nameOf = new Map(connections.map(({ id, name }) => [id, name]))
  const groups = new Map<string, CauseGroup>()
  for (const { code, count, connectionId: id } of causes) {
    const known = groups.get(code) ?? { code, count: 0, connections: [] }
    const named = [...known.connections, { id, name: nameOf.get(id) ?? id }]
    groups.set(code, { code, count: known.count + count, connections: named })
  }
  return [...groups.values()].toSorted((one, other) => other.count - one.count)
}
