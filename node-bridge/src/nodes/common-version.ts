import { chooseVersion, type VersionRange } from '@accord/shared/protocol'
import type { NodeInfo } from '@accord/shared/schemas'

import { Refusal } from '../refusals/refusal.ts'

type Ranges = Pick<NodeInfo, 'minRestVersion' | 'maxRestVersion' | 'minHubObjectVersion' | 'maxHubObjectVersion'>

export const rangeOf = (node: Pick<NodeInfo, 'minRestVersion' | 'maxRestVersion'>): VersionRange => ({
  min: node.minRestVersion,
  max: node.maxRestVersion,
})

const hubObjectRangeOf = (node: Ranges): VersionRange => ({
  min: node.minHubObjectVersion,
  max: node.maxHubObjectVersion,
})

/** What the two nodes could agree on. `of`: the protocol itself or, where that is settled and this is not, what travels by it. */
export interface VersionReview {
  readonly of: 'rest' | 'hubObject'
  readonly ours: VersionRange
  readonly theirs: VersionRange
  /** Null: the ranges do not meet. */
  readonly chosen: string | null
}

/** PROTOCOL.md §5.3: both pairs of ranges have to meet. Answers the pair that does not, else that of the protocol. */
export function reviewVersions(ours: Ranges, theirs: Ranges): VersionReview {
  const rest = review('rest', rangeOf(ours), rangeOf(theirs))
  if (rest.chosen === null) return rest
  const hubObject = review('hubObject', hubObjectRangeOf(ours), hubObjectRangeOf(theirs))
  return hubObject.chosen === null ? hubObject : rest
}

const review = (of: VersionReview['of'], ours: VersionRange, theirs: VersionRange): VersionReview => ({
  of,
  ours,
  theirs,
  chosen: chooseVersion(ours, theirs) ?? null,
})

/** The protocol's version that both speak. Throws `no_common_version` with both ranges, and what they are of. */
export function requireCommonVersion(source: Ranges, destination: Ranges): string {
  const { of, ours, theirs, chosen } = reviewVersions(source, destination)
  if (chosen !== null) return chosen
  throw new Refusal('no_common_version', undefined, {
    facts: { versions: of, sourceRange: ours, destinationRange: theirs },
  })
}
