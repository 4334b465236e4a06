import { delayBefore } from '../../jobs/backoff.ts'

/** In all about twenty minutes, longer than most outages: then a file waits for a person. */
const ROUND = 12
const BACKOFF = { firstMs: 1000, ceilingMs: 300_000, attempts: ROUND }

/**
 * When a file that has failed is tried again; undefined where it is given up. It counts alike what failed between the nodes and what
 * failed between the node and its tracker: which of the two is out of order says nothing of the file.
 */
export function nextAttempt(
  failed: number,
  now: Date,
): { readonly attempts: number; readonly dueAt: Date } | undefined {
  const ms = delayBefore((failed % ROUND) + 1, BACKOFF)
  return ms === undefined ? undefined : { attempts: failed + 1, dueAt: new Date(now.getTime() + ms) }
}

/** One that a person has tried anew has all its attempts before it, and no plan of before comes again: it was executed already. */
export const beginOfNextRound = (failed: number): number => (Math.floor(failed / ROUND) + 1) * ROUND
