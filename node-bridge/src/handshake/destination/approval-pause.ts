const SHORTEST_MS = 2000
const LONGEST_MS = 300_000
/** A person who decides at once is answered at once; one who takes a day is answered within minutes. */
const SHARE = 0.05

/** Milliseconds at most between two questions whether the source has approved, after it has waited `waitedMs`. */
export const pauseBeforeAsking = (waitedMs: number): number =>
  Math.round(Math.min(LONGEST_MS, Math.max(SHORTEST_MS, waitedMs * SHARE)))
