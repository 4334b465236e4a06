import { z } from 'zod'
import { INSTANCE_SYNC_LIMITS as LIMITS } from '../protocol/instance-sync-api.js'
import { FieldName, Nonce, SysId, TableName } from './instance-names.js'
import { IsoTime } from './primitives.js'
import { SyncFinding } from './instance-record.js'

const Value = z.string().max(1000)

/** Look-ups of rules (`find`, `display`): either exact values by field, or what people call the record. */
export const FindRequest = z.strictObject({
  nonce: Nonce,
  finds: z
    .array(
      z.union([
        z.strictObject({ table: TableName, where: z.record(FieldName, Value) }),
        z.strictObject({ table: TableName, display: Value }),
      ]),
    )
    .max(LIMITS.finds),
})
export type FindRequest = z.infer<typeof FindRequest>

/** In the order of the request; at most two matches, of which the second says that it is ambiguous. `display`: empty where it may not leave. */
export const FindAnswer = z.object({
  finds: z.array(
    z.object({
      matches: z
        .array(z.object({ id: SysId, display: z.string() }))
        .max(2)
        .optional(),
      refused: SyncFinding.optional(),
    }),
  ),
})
export type FindAnswer = z.infer<typeof FindAnswer>

/**
 * What ACLs let the sync user do in a table, asked as that user by its newest record, whenever sync access or that user changes;
 * `checkedAt` null: not asked yet. `closedFields`: of the fields and journals that sync access opens those that stay closed.
 */
const SyncUserRights = z.object({
  checkedAt: IsoTime.nullable(),
  mayRead: z.boolean(),
  mayWrite: z.boolean(),
  mayCreate: z.boolean(),
  /** Absent: an application from before, which deletes nothing. */
  mayDelete: z.boolean().optional(),
  closedFields: z.array(z.string()),
})

/** One table of sync access. `table` of a field: where a reference points. `internal`: of a journal that no customer sees. */
export const DescribedTable = z.object({
  table: TableName,
  label: z.string(),
  mayCreate: z.boolean(),
  mayDelete: z.boolean().optional(),
  mayReadFiles: z.boolean(),
  mayWriteFiles: z.boolean(),
  fields: z.array(
    z.object({
      name: FieldName,
      label: z.string(),
      type: z.enum(['text', 'boolean', 'number', 'choice', 'reference']),
      maxLength: z.int(),
      mayRead: z.boolean(),
      mayWrite: z.boolean(),
      table: z.string().optional(),
      choices: z.array(z.object({ value: z.string(), label: z.string() })).optional(),
    }),
  ),
  journals: z.array(
    z.object({
      name: FieldName,
      label: z.string(),
      internal: z.boolean(),
      mayRead: z.boolean(),
      mayWrite: z.boolean(),
    }),
  ),
  /** Absent: an application from before, which does not tell. */
  syncUser: SyncUserRights.optional(),
})
export type DescribedTable = z.infer<typeof DescribedTable>
export const DescribeAnswer = z.object({ tables: z.array(DescribedTable), isSyncUserReady: z.boolean() })
export type DescribeAnswer = z.infer<typeof DescribeAnswer>
