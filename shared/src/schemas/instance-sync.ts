import { z } from 'zod'
import { INSTANCE_SYNC_LIMITS as LIMITS } from '../protocol/instance-sync-api.js'
import { Nonce, PlanId, SysId, TableName, Version } from './instance-names.js'
import { PlanOutcome } from './instance-plan.js'
import { SyncFinding } from './instance-record.js'
import { Id, IsoTime } from './primitives.js'

/** Shapes of INSTANCE_SYNC_API. The instance answers `{"result": …}`, and a refusal as a problem document in `result`. */

export const WatchRequest = z.strictObject({
  nonce: Nonce,
  watches: z
    .array(z.strictObject({ id: Id, table: TableName, query: z.string().max(LIMITS.queryChars) }))
    .max(LIMITS.watches),
})
export type WatchRequest = z.infer<typeof WatchRequest>

/** `matching`: records that the trigger finds now. `noticed`: changes are noticed at once; false: the scan finds them. */
export const WatchAnswer = z.object({
  watches: z.array(
    z.object({
      id: Id,
      matching: z.int().optional(),
      noticed: z.boolean().optional(),
      refused: SyncFinding.optional(),
    }),
  ),
})
export type WatchAnswer = z.infer<typeof WatchAnswer>

/** `words`: of those that the condition finds, the ones whose name begins so, or whose short description holds that. */
export const CheckRequest = z.strictObject({
  nonce: Nonce,
  table: TableName,
  query: z.string().max(LIMITS.queryChars),
  words: z.string().max(100).optional(),
})
export type CheckRequest = z.infer<typeof CheckRequest>

/** `matching`: records that the condition finds now. `newest`: those that were changed last, by what people call them; `texts`: the
 * short description of each, empty where it may not leave. */
export const CheckAnswer = z.object({
  matching: z.int().optional(),
  newest: z.array(z.string()).optional(),
  texts: z.array(z.string()).optional(),
  refused: SyncFinding.optional(),
})
export type CheckAnswer = z.infer<typeof CheckAnswer>

export const PullRequest = z.strictObject({
  nonce: Nonce,
  forgetNotices: z.array(SysId).max(LIMITS.forget).optional(),
  forgetPlans: z.array(PlanId).max(LIMITS.forget).optional(),
})
export type PullRequest = z.infer<typeof PullRequest>

export const NOTICE_KINDS = ['insert', 'update', 'delete', 'file'] as const

export const PullAnswer = z.object({
  notices: z.array(z.object({ id: SysId, table: TableName, record: SysId, kind: z.enum(NOTICE_KINDS), at: IsoTime })),
  plans: z.array(PlanOutcome),
  hasMore: z.boolean(),
  /** Plans that wait for their turn or run. */
  waiting: z.int(),
  time: IsoTime,
})
export type PullAnswer = z.infer<typeof PullAnswer>

/** `state`: a state of a pair, or `quarantined`; `cause`: of that, in words. `remoteUrl`: empty where there is none. */
export const ReportedPair = z.strictObject({
  pair: Id,
  connectionId: Id,
  table: TableName,
  record: SysId,
  remoteKey: z.string().max(255),
  remoteUrl: z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(2048)]),
  state: z.string().regex(/^[a-z_]{1,40}$/),
  cause: z.string().max(1000),
  lastInAt: IsoTime.nullable(),
  lastOutAt: IsoTime.nullable(),
})
export type ReportedPair = z.infer<typeof ReportedPair>

export const PairsRequest = z.strictObject({
  nonce: Nonce,
  pairs: z.array(ReportedPair).max(LIMITS.pairs),
  gone: z.array(Id).max(LIMITS.pairs),
})
export type PairsRequest = z.infer<typeof PairsRequest>

export const PairsAnswer = z.object({ stored: z.int() })

const Scanned = { since: IsoTime, after: z.strictObject({ at: IsoTime, id: SysId }).optional() }

/**
 * What a watch finds, changed since then, in pages; the versions of these records of a table; the records of a table of which a
 * file was attached since then, in pages; or, for a backfill, so many at most of what a condition finds, in the order of their ids, those
 * behind an id.
 */
export const ScanRequest = z.union([
  z.strictObject({ nonce: Nonce, watch: Id, ...Scanned }),
  z.strictObject({ nonce: Nonce, table: TableName, ids: z.array(SysId).min(1).max(LIMITS.scanned) }),
  z.strictObject({ nonce: Nonce, filesOf: TableName, ...Scanned }),
  z.strictObject({
    nonce: Nonce,
    table: TableName,
    query: z.string().max(LIMITS.queryChars),
    behind: SysId.optional(),
    most: z.int().min(1).max(LIMITS.scanned),
  }),
])
export type ScanRequest = z.infer<typeof ScanRequest>

/** `next`: the `after` of the next page. Of the ids that were asked for, those that are absent are gone. */
export const ScanAnswer = z.object({
  records: z.array(z.object({ id: SysId, version: Version, updatedAt: IsoTime })),
  next: z.object({ at: IsoTime, id: SysId }).nullable(),
  time: IsoTime,
})
export type ScanAnswer = z.infer<typeof ScanAnswer>
