import { z } from 'zod'
import { FieldName, TableName } from './instance-names.js'

const Names = z.array(FieldName).max(500)

/** What Accord may do with one table. Whatever is left out is not allowed. */
export const AllowedTable = z.strictObject({
  table: TableName,
  readFields: Names.optional(),
  writeFields: Names.optional(),
  readJournals: Names.optional(),
  writeJournals: Names.optional(),
  readFiles: z.boolean().optional(),
  writeFiles: z.boolean().optional(),
  mayCreate: z.boolean().optional(),
  mayDelete: z.boolean().optional(),
})
export type AllowedTable = z.infer<typeof AllowedTable>

/** Added to what is open already: all of it or, if one name cannot be opened, none. */
export const AllowSyncAccessRequest = z.strictObject({ tables: z.array(AllowedTable).min(1).max(20) })
export const RemoveSyncAccessRequest = z.strictObject({ table: TableName })

const Field = z.object({
  name: FieldName,
  label: z.string(),
  type: z.enum(['text', 'boolean', 'number', 'choice', 'reference']),
  /** Where a reference points. */
  table: z.string().optional(),
})
/** `internal`: no customer sees it. */
const Journal = z.object({ name: FieldName, label: z.string(), internal: z.boolean() })
const Rights = { mayRead: z.boolean(), mayWrite: z.boolean() }

/**
 * `isNoticed`: a change is noticed when it happens; otherwise by the scan that looks every minute. `isPrivileged`: the application brings
 * along what a platform that enforces cross-scope access asks for. `lost`: names in the entry that the instance does not have any more.
 */
export const SyncAccessTable = z.object({
  table: TableName,
  label: z.string(),
  mayCreate: z.boolean(),
  mayDelete: z.boolean(),
  mayReadFiles: z.boolean(),
  mayWriteFiles: z.boolean(),
  isNoticed: z.boolean(),
  isPrivileged: z.boolean(),
  fields: z.array(Field.extend(Rights)),
  journals: z.array(Journal.extend(Rights)),
  lost: z.array(z.string()),
})
export type SyncAccessTable = z.infer<typeof SyncAccessTable>

/** `mayChange`: whoever is logged in may change it, which a role of Accord alone does not allow. */
export const SyncAccessList = z.object({ mayChange: z.boolean(), tables: z.array(SyncAccessTable) })
export type SyncAccessList = z.infer<typeof SyncAccessList>

export const OpenableTableQuery = z.object({ table: TableName })

/** All of a table that sync access can open. `isReadOnly`: nothing of it is ever written. */
export const OpenableTable = z.object({
  table: TableName,
  label: z.string(),
  isReadOnly: z.boolean(),
  fields: z.array(Field),
  journals: z.array(Journal),
})
export type OpenableTable = z.infer<typeof OpenableTable>
