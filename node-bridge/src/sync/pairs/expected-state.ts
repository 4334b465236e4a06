import { at, differing, pick } from './hashes.ts'
import type { Hashes, Path, SomeHashes } from './sync-pair.ts'

export interface Expectation {
  /** `resolveConflict` lets the script use these. */
  readonly take: readonly Path[]
  /** Changed paths that the incoming script never read. */
  readonly ignored: readonly Path[]
  /** Our record as our outgoing script tells it: as it is, and as it would be with the plan. */
  readonly before: Hashes
  readonly planned: Hashes
}

/**
 * What the synced state holds of a plan once it is written: the paths that were used, and those that the plan changes, as
 * our own script will tell them (PROTOCOL.md §11.7). Whatever differs from this afterwards was a rule or a person, and goes
 * back; a value that the mapping coarsened does not.
 */
export function expectState({ take, ignored, before, planned }: Expectation): SomeHashes {
  const used = take.filter((path) => !ignored.includes(path))
  return pick(planned, [...new Set([...used, ...differing(before, planned)])])
}

/** Did the record become exactly what the plan made of it? Then nobody has to look at it once more. */
export const isAsPlanned = (planned: Hashes, after: Hashes): boolean =>
  Object.keys({ ...planned, ...after }).every((path) => at(planned, path) === at(after, path))
