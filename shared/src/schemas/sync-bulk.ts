import { z } from 'zod'
import { BULK_FILTERS, BULK_STATES, BULK_STEPS } from '../sync/index.js'
import { Id, IsoTime, Label } from './primitives.js'
import { SyncItem } from './sync-item.js'

/** Pairs of the queue, narrowed as the queue is, or `all` of a connection; `step`: what is done with each. */
const Meant = {
  step: z.enum(BULK_STEPS),
  filter: z.enum(BULK_FILTERS).default('held'),
  connectionId: Id.optional(),
  table: z.string().min(1).max(80).optional(),
  cause: z.string().min(1).max(60).optional(),
  unmovedMinutes: z.int().min(0).max(1_000_000).optional(),
}

export const CheckBulkRequest = z.strictObject({ ...Meant, actor: Label })
export type CheckBulkRequest = z.infer<typeof CheckBulkRequest>

/** `asOf`: of the check. Pairs to which something has happened since are left out: nobody has seen them. */
export const BeginBulkRequest = z.strictObject({ ...Meant, asOf: IsoTime, actor: Label })
export type BeginBulkRequest = z.infer<typeof BeginBulkRequest>

/** `count`: pairs that are meant now; `sample`: those of them that moved last. Nothing was done. */
export const BulkCheck = z.object({ asOf: IsoTime, count: z.int().min(0), sample: z.array(SyncItem) })
export type BulkCheck = z.infer<typeof BulkCheck>

/** `seen`: pairs that it has come to; `changed`: those of them with which it was done. The others no longer waited for that. */
export const Bulk = z.object({
  id: Id,
  step: z.enum(BULK_STEPS),
  state: z.enum(BULK_STATES),
  connectionId: Id.nullable(),
  cause: z.string().nullable(),
  total: z.int().min(0),
  seen: z.int().min(0),
  changed: z.int().min(0),
  beganAt: IsoTime,
  beganBy: z.string(),
  movedAt: IsoTime,
})
export type Bulk = z.infer<typeof Bulk>

/** The newest first. */
export const Bulks = z.object({ bulks: z.array(Bulk) })
export type Bulks = z.infer<typeof Bulks>

export const ChangeBulkRequest = z.strictObject({ step: z.enum(['pause', 'resume', 'cancel']), actor: Label })
export type ChangeBulkRequest = z.infer<typeof ChangeBulkRequest>
