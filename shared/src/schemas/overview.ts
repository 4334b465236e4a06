import { z } from 'zod'
import { OVERVIEW_HOURS } from '../sync/index.js'
import { OpenNotice } from './notices.js'
import { Id, IsoTime } from './primitives.js'

/** As people are notified of it, without whether they were. */
const OverviewNeed = OpenNotice.omit({ reported: true })
export type OverviewNeed = z.infer<typeof OverviewNeed>

const EachHour = z.array(z.int().min(0)).length(OVERVIEW_HOURS)

/**
 * Of one connection, for each of the last 24 hours, oldest first: `sent`, changes of ours that the other side has applied; `received`,
 * changes of theirs that we have applied; `waited`, how often a pair began to wait for a person here. `p50Ms`, `p95Ms`: over those
 * hours, from reading our record until the other side's answer that it has applied the change is here; estimates between the edges of
 * what is counted, at most a day, and null where nothing was sent. `oldestMovingAt`: since when nothing has happened to the pair that
 * has been under way longest. `held`: pairs that wait for a person here; nobody counts further than 1000. `remote`: the short name.
 */
const OverviewConnection = z.object({
  id: Id,
  name: z.string(),
  remote: z.string(),
  state: z.string(),
  sent: EachHour,
  received: EachHour,
  waited: EachHour,
  p50Ms: z.int().min(0).nullable(),
  p95Ms: z.int().min(0).nullable(),
  oldestMovingAt: IsoTime.nullable(),
  held: z.int().min(0),
})
export type OverviewConnection = z.infer<typeof OverviewConnection>

/**
 * `needs`: what needs a person, at most fifty; what concerns the whole node comes first, then what is new. `connections`: at most
 * twenty, those first that need somebody, then those of which something moved last. `more`: there are others. `since`: when the
 * first of the hours began.
 */
export const Overview = z.object({
  needs: z.array(OverviewNeed),
  moreNeeds: z.boolean(),
  since: IsoTime,
  connections: z.array(OverviewConnection),
  more: z.boolean(),
})
export type Overview = z.infer<typeof Overview>
