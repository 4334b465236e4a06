import { z } from 'zod'
import { INSTANCE_SYNC_LIMITS as LIMITS } from '../protocol/instance-sync-api.js'
import { FieldName, Nonce, PlanId, SysId, TableName, Version } from './instance-names.js'
import { InstanceRecord, SyncFinding } from './instance-record.js'
import { Id } from './primitives.js'

/**
 * A file of a record: it is fetched from the node under `download`; without that, it is deleted, if this pair has brought it. `key`, `sha256`
 * in hex: as a file of the record is known for the whole life of the pair. `author`: who attached it at the other side, in words.
 */
export const PlannedFile = z.strictObject({
  key: z.string().min(1).max(300),
  name: z.string().min(1).max(255),
  bytes: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  author: z.string().max(255),
  download: Id.optional(),
})
export type PlannedFile = z.infer<typeof PlannedFile>

/**
 * One write plan. With `file` it is of that file alone, whatever version the record has; `record` is there and `version` null.
 * `record` null: it is made, with an id that follows from `pair`, so that it is made once. `version`: what
 * `record` must have. Values as the instance stores them: the id of a reference, the value of a choice, null for no number. `key` of an entry: the same
 * whenever the same entry is meant, for the whole life of the pair; it is written once. With `deletes` the record is deleted, if it is the
 * one of this pair, and nothing is written; it is applied where the record is not there.
 */
export const InstancePlan = z.strictObject({
  id: PlanId,
  pair: Id,
  table: TableName,
  record: SysId.nullable(),
  version: Version.nullable(),
  fields: z.record(FieldName, z.union([z.string(), z.number(), z.boolean(), z.null()])),
  entries: z
    .array(
      z.strictObject({
        key: z.string().min(1).max(300),
        journal: FieldName,
        body: z.string().min(1).max(100_000),
        origin: z.string().max(200).optional(),
      }),
    )
    .max(1000),
  file: PlannedFile.optional(),
  deletes: z.boolean().optional(),
})
export type InstancePlan = z.infer<typeof InstancePlan>

/** `known`: plans that were handed over before, of which the node wants to know whether they are there. */
export const ApplyRequest = z.strictObject({
  nonce: Nonce,
  plans: z.array(InstancePlan).max(LIMITS.plans),
  known: z.array(PlanId).max(LIMITS.plans).optional(),
})
export type ApplyRequest = z.infer<typeof ApplyRequest>

/**
 * In the order of the request. `finished`: it was applied or refused before, and the next pull tells. `known`: those that are there of
 * the ones asked after: they wait, or the next pull tells.
 */
export const ApplyAnswer = z.object({
  plans: z.array(z.object({ plan: PlanId, state: z.enum(['waiting', 'finished']) })),
  known: z.array(PlanId).optional(),
})
export type ApplyAnswer = z.infer<typeof ApplyAnswer>

/**
 * What became of a plan. `applied`: `record` as it is when it is pulled. `refused`: nothing was written, but for entries
 * that `written` names; a plan that is corrected has another id. `id`: of the record, also of one that was made.
 */
export const PlanOutcome = z.object({
  plan: PlanId,
  outcome: z.enum(['applied', 'refused']),
  table: TableName,
  id: SysId,
  /** Of the record right after it was written. */
  version: Version.optional(),
  finding: SyncFinding.optional(),
  /** Keys of the entries that are in their journals. */
  written: z.array(z.string()),
  record: InstanceRecord.optional(),
})
export type PlanOutcome = z.infer<typeof PlanOutcome>
