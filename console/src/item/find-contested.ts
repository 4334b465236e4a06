import type { ItemStep } from '@accord/shared/schemas'

/** `kept`, `overwritten`: whose value stood; `applied`, `appliedThere`: whose rules never read it. */
export interface ContestedPath {
  readonly path: string
  readonly event: (typeof EVENTS)[number]
  readonly at: string
}

const EVENTS = ['kept', 'overwritten', 'applied', 'appliedThere'] as const

/** Paths that were contested or passed over, each as it was last, the newest first. */
export function contestedPaths(steps: readonly ItemStep[]): readonly ContestedPath[] {
  const found = new Map<string, ContestedPath>()
  for (const { event: name, at, paths, ignored } of steps.toReversed()) {
    const event = EVENTS.find((each) => each === name)
    if (!event) continue
    for (const path of event === 'kept' || event === 'overwritten' ? paths : ignored) {
      const key = `${event === 'overwritten' ? 'kept' : event} ${path}`
      if (!found.has(key)) found.set(key, { path, event, at })
    }
  }
  return [...found.values()]
}
