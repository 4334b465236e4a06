/** Edges between which it is counted how long a change took, in milliseconds: close where people notice a difference. */
const EDGES_MS = [
  50, 100, 200, 300, 500, 750, 1000, 1500, 2000, 3000, 5000, 7500, 10_000, 15_000, 20_000, 30_000, 60_000, 120_000,
  300_000, 600_000, 1_800_000, 3_600_000, 21_600_000, 86_400_000,
]
/** What took longer than a day is counted as a day. */
const LAST_MS = 86_400_000

/** Changes that took at most so long, and longer than the edge before. */
export interface Bucket {
  readonly upToMs: number
  readonly count: number
}

export const bucketOf = (tookMs: number): number => EDGES_MS.find((edge) => tookMs <= edge) ?? LAST_MS

/** One for each edge, in their order: each hour has its own, and between two edges all of them lie together. */
function merged(buckets: readonly Bucket[]): readonly Bucket[] {
  const counts = new Map<number, number>()
  for (const { upToMs, count } of buckets) if (count > 0) counts.set(upToMs, count + (counts.get(upToMs) ?? 0))
  return [...counts].map(([upToMs, count]) => ({ upToMs, count })).toSorted((one, other) => one.upToMs - other.upToMs)
}

/**
 * An estimate: where between two edges the values lie is not known, so they are taken to lie evenly. Undefined of nothing. A row says
 * up to where it counts, so that rows of a release with other edges are understood.
 */
export function percentile(buckets: readonly Bucket[], share: number): number | undefined {
  const sorted = merged(buckets)
  const total = sorted.reduce((sum, { count }) => sum + count, 0)
  if (total === 0) return undefined
  const wanted = total * share
  let below = 0
  for (const { upToMs, count } of sorted) {
    if (below + count >= wanted) {
      const fromMs = EDGES_MS.findLast((edge) => edge < upToMs) ?? 0
      return Math.ceil(fromMs + ((upToMs - fromMs) * (wanted - below)) / count)
    }
    below += count
  }
  return sorted.at(-1)?.upToMs
}
