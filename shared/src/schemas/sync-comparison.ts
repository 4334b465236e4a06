import { z } from 'zod'
import { COMPARISON_REASONS, COMPARISON_STATES } from '../sync/index.js'
import { Id, IsoTime } from './primitives.js'

/**
 * `total`: pairs that are compared; of these `open` are not yet, and `differing` differ so that something here would be overwritten. It
 * goes on by itself where that is at most one in a hundred.
 */
export const Comparison = z.object({
  reason: z.enum(COMPARISON_REASONS),
  state: z.enum(COMPARISON_STATES),
  beganAt: IsoTime,
  total: z.int().min(0),
  open: z.int().min(0),
  differing: z.int().min(0),
})
export type Comparison = z.infer<typeof Comparison>

/** A pair that differs. `paths`: of the replica, by which; no value of either side. */
const DifferingRecord = z.object({
  itemId: Id,
  localKey: z.string().nullable(),
  remoteKey: z.string().nullable(),
  paths: z.array(z.string()),
})

/** `comparison`: null where none goes on. `records`: the first fifty that differ. */
export const ComparisonView = z.object({ comparison: Comparison.nullable(), records: z.array(DifferingRecord) })
export type ComparisonView = z.infer<typeof ComparisonView>
