import { z } from 'zod'
import { BACKFILL_RATE, BACKFILL_STATES, BACKFILL_WAITS } from '../sync/index.js'
import { IsoTime, Label } from './primitives.js'

const PerMinute = z.int().min(BACKFILL_RATE.least).max(BACKFILL_RATE.most)

/**
 * What a backfill would bring in. `matching`: records that the published trigger finds now; `paired`: of those, the ones that are in a pair of this
 * connection already. `isExact`: false where there are too many to look at each, and `paired` counts every pair of the table.
 */
export const BackfillCount = z.object({
  matching: z.int().min(0),
  paired: z.int().min(0),
  isExact: z.boolean(),
  perMinute: PerMinute,
})
export type BackfillCount = z.infer<typeof BackfillCount>

export const BeginBackfillRequest = z.strictObject({
  perMinute: PerMinute.default(BACKFILL_RATE.usual),
  actor: Label,
})
export type BeginBackfillRequest = z.infer<typeof BeginBackfillRequest>

/** `step`: what shall become of it; absent where only its rate changes. */
export const ChangeBackfillRequest = z.strictObject({
  step: z.enum(['pause', 'resume', 'end']).optional(),
  perMinute: PerMinute.optional(),
  actor: Label,
})
export type ChangeBackfillRequest = z.infer<typeof ChangeBackfillRequest>

/** `code`: of the catalogue, where that says more. `until`: when it goes on, where that is known. */
const Waiting = z.object({
  reason: z.enum(BACKFILL_WAITS),
  code: z.string().nullable(),
  until: IsoTime.nullable(),
})

/**
 * `total`: records that matched when it began. `seen`: of those, the ones that it has come past; `opened`: for which it has begun a pair; the
 * others were in one. `underWay`: pairs of the connection that are on their way now, counted no further than a thousand. `endedBy`: null where
 * it runs, came to its end, or ended since another trigger was published.
 */
export const Backfill = z.object({
  state: z.enum(BACKFILL_STATES),
  table: z.string(),
  query: z.string(),
  perMinute: PerMinute,
  total: z.int().min(0),
  seen: z.int().min(0),
  opened: z.int().min(0),
  underWay: z.int().min(0),
  beganAt: IsoTime,
  beganBy: z.string(),
  movedAt: IsoTime,
  endedBy: z.string().nullable(),
  waits: Waiting.nullable(),
})
export type Backfill = z.infer<typeof Backfill>

/** `backfill`: null where none was ever begun. */
export const BackfillView = z.object({ backfill: Backfill.nullable() })
export type BackfillView = z.infer<typeof BackfillView>
