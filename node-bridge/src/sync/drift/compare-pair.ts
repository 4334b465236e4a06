import type { HashedPair } from '@accord/shared/schemas'
import type { DriftVerdict } from '@accord/shared/sync'

import { at, differing, has } from '../pairs/hashes.ts'
import type { Hashes, Path } from '../pairs/sync-pair.ts'
import type { Held } from './hash-records.ts'

export interface Compared {
  readonly verdict: DriftVerdict | 'equal' | 'mapped'
  /** By which they differ, or which the rules change on the way. */
  readonly paths: readonly Path[]
}

/**
 * Are the two records of a pair equal, by what both sides say of them under one key? Rules may change a value on its way, so that equal
 * records have different hashes, and one side may send nothing at all: while neither has anything to send, that is how it was agreed, and
 * `mapped` says that no more is known.
 */
export function comparePair(ours: Held, theirs: HashedPair | undefined): Compared {
  const compared = (verdict: Compared['verdict'], paths: readonly Path[] = []): Compared => ({ verdict, paths })
  if (ours.state === 'gone' || theirs?.state === 'gone' || theirs?.state === 'unknown') return compared('missing')
  if (ours.state !== 'known' || theirs?.state !== 'known') return compared('moving')
  const unlike = commonlyDiffering(ours.paths, theirs.paths ?? {})
  if (ours.isUnsent || theirs.isUnsent) {
    const paths = theirs.isUnsent ? [...new Set([...ours.unsent, ...unlike])].toSorted() : ours.unsent
    return compared('different', paths)
  }
  const isComparable = [ours.paths, theirs.paths ?? {}].every((paths) => Object.keys(paths).length > 0)
  return isComparable && unlike.length === 0 ? compared('equal') : compared('mapped', unlike)
}

/** What only one of the two tells cannot be compared: its rules may not send it. */
const commonlyDiffering = (ours: Hashes, theirs: Hashes): Path[] =>
  differing(ours, theirs).filter((path) => has(ours, path) && has(theirs, path) && at(ours, path) !== at(theirs, path))
