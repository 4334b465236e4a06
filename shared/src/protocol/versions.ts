/** Versions of the node-to-node protocol that this release speaks, and how two ranges meet (PROTOCOL.md §5.3). */
export interface VersionRange {
  readonly min: string
  readonly max: string
}

export const REST_VERSIONS: VersionRange = { min: '1.0.0', max: '1.0.0' }
export const HUB_OBJECT_VERSIONS: VersionRange = { min: '1.0.0', max: '1.0.0' }

/** Negative, zero or positive, as `a` is older than, equal to or newer than `b`. Takes `major.minor.patch`. */
export function compareVersions(a: string, b: string): number {
  const left = a.split('.')
  const right = b.split('.')
  for (let i = 0; i < 3; i++) {
    const difference = Number(left[i] || 0) - Number(right[i] || 0)
    if (difference !== 0) return difference
  }
  return 0
}

/** The newest version inside both ranges, or undefined when they do not meet. */
export function chooseVersion(ours: VersionRange, theirs: VersionRange): string | undefined {
  const newest = compareVersions(ours.max, theirs.max) <= 0 ? ours.max : theirs.max
  const oldest = compareVersions(ours.min, theirs.min) >= 0 ? ours.min : theirs.min
  return compareVersions(oldest, newest) <= 0 ? newest : undefined
}
