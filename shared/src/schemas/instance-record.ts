import { z } from 'zod'
import { INSTANCE_SYNC_LIMITS as LIMITS } from '../protocol/instance-sync-api.js'
import { FieldName, Nonce, SysId, TableName, Version } from './instance-names.js'
import { Id, IsoTime } from './primitives.js'

/** `cause`: word of the catalogue or `acl`, `rule`, `data_policy`, `reference`. `names`: fields, journals or a table. */
export const SyncFinding = z.object({
  code: z.string(),
  detail: z.string(),
  cause: z.enum(['acl', 'rule', 'data_policy', 'reference', 'taken']).optional(),
  names: z.array(z.string()).optional(),
  choices: z.array(z.string()).optional(),
})
export type SyncFinding = z.infer<typeof SyncFinding>

/** A field, in the union that rules see (`sync/rules/record.ts`). The value of an empty number field is null. */
export const InstanceField = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), value: z.string() }),
  z.object({ type: z.literal('boolean'), value: z.boolean() }),
  z.object({ type: z.literal('number'), value: z.number().nullable() }),
  z.object({
    type: z.literal('choice'),
    value: z.string(),
    label: z.string(),
    choices: z.array(z.object({ value: z.string(), label: z.string() })),
  }),
  z.object({ type: z.literal('reference'), table: z.string(), value: z.string(), display: z.string() }),
])
export type InstanceField = z.infer<typeof InstanceField>

const Author = z.object({ id: z.string(), name: z.string(), email: z.string() })

/**
 * `internal`: of every journal but `comments`. `key`, `origin`: of the planned entry that was written as this one. `pending`: one that the
 * sync user wrote, while it is not noted yet which planned entry of this record is written.
 */
export const InstanceEntry = z.object({
  id: SysId,
  journal: FieldName,
  body: z.string(),
  author: Author,
  at: IsoTime,
  internal: z.boolean(),
  key: z.string().optional(),
  origin: z.string().optional(),
  pending: z.boolean().optional(),
})
export type InstanceEntry = z.infer<typeof InstanceEntry>

/** `sha256`: in hex, empty where the instance has none. */
export const InstanceFile = z.object({
  id: SysId,
  name: z.string(),
  type: z.string(),
  bytes: z.int(),
  sha256: z.string(),
  author: Author,
  at: IsoTime,
  /** Of the file that it repeats. */
  origin: z.string().optional(),
})
export type InstanceFile = z.infer<typeof InstanceFile>

/** `table`: the class of the record. Fields and journals: those that sync access lets leave, no others. */
export const InstanceRecord = z.object({
  table: TableName,
  id: SysId,
  key: z.string(),
  url: z.string(),
  version: Version,
  updatedAt: IsoTime,
  fields: z.record(FieldName, InstanceField),
  entries: z.array(InstanceEntry),
  hasMoreEntries: z.boolean(),
  files: z.array(InstanceFile),
  /** False: sync access lets no file of this table leave. */
  areFilesOpen: z.boolean(),
  /** Ids of the watches that the record matches now. */
  watches: z.array(Id),
})
export type InstanceRecord = z.infer<typeof InstanceRecord>

/** `entriesSince`: entries of that second and later; left out: all of them. `entriesSkip`: without so many of the first. */
export const ReadRequest = z.strictObject({
  nonce: Nonce,
  records: z
    .array(
      z.strictObject({
        table: TableName,
        id: SysId,
        entriesSince: IsoTime.optional(),
        entriesSkip: z.int().min(0).optional(),
      }),
    )
    .min(1)
    .max(LIMITS.records),
})
export type ReadRequest = z.infer<typeof ReadRequest>

/** In the order of the request. `refused`: `record_gone` or `access_missing`. */
export const ReadAnswer = z.object({
  records: z.array(
    z.object({ table: TableName, id: SysId, record: InstanceRecord.optional(), refused: SyncFinding.optional() }),
  ),
  time: IsoTime,
})
export type ReadAnswer = z.infer<typeof ReadAnswer>
