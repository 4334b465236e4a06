import { z } from 'zod'

import { SyncComment, SyncFile } from '@accord/shared/schemas'
import { SYNC_LIMITS } from '@accord/shared/sync'

/** A field as the tracker read it, with what a script needs to write it. `value` is what the tracker stores. */
export const Field = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), value: z.string() }),
  z.strictObject({ type: z.literal('boolean'), value: z.boolean() }),
  /** Null: nothing stands there, which is another thing than zero. */
  z.strictObject({ type: z.literal('number'), value: z.number().nullable() }),
  z.strictObject({
    type: z.literal('choice'),
    value: z.string(),
    label: z.string(),
    choices: z.array(z.strictObject({ value: z.string(), label: z.string() })),
  }),
  /** `value`: id of the other record, empty for none. `display` is empty where only the id is known. */
  z.strictObject({ type: z.literal('reference'), table: z.string(), value: z.string(), display: z.string() }),
])
export type Field = z.infer<typeof Field>

export type Fields = Readonly<Record<string, Field>>

/** A record of ours at one moment; of a record that is to be made, its fields as they are before anybody writes one. */
export interface LocalRecord {
  readonly table: string
  /** The name that people know it by. Empty for a record that is to be made. */
  readonly key: string
  readonly url?: string
  /** Those that sync access allows to read. */
  readonly fields: Fields
  /** Empty fields that may be written and not read. Outgoing rules never see them. */
  readonly writeOnly?: Fields
  /** Entries of all journals that may be read, oldest first. `internal` is true for what a customer does not see. */
  readonly comments: readonly SyncComment[]
  readonly files: readonly SyncFile[]
  /** True: sync access lets no file leave. */
  readonly areFilesClosed?: boolean
}

/** One entry for a journal. `key` is the same whenever the same message is applied, so that it is written once. */
export const PlannedEntry = z.strictObject({
  key: z.string().min(1),
  journal: z.enum(['comments', 'work_notes']),
  /** A comment of the other side, and what a script writes around it. */
  body: z.string().max(SYNC_LIMITS.entryChars),
  /** Id of the comment that it repeats. */
  origin: z.string().optional(),
  /** A new wording of an entry that was written before: a digest of it. */
  edition: z.string().optional(),
})
export type PlannedEntry = z.infer<typeof PlannedEntry>

/** What an incoming script wants written, as data. A tracker applies it. */
export const WritePlan = z.strictObject({
  /** Absolute values of the fields that differ from the record. */
  fields: z.record(z.string(), Field),
  entries: z.array(PlannedEntry).max(SYNC_LIMITS.entries),
  /** The files that the record shall have of the other side; null: the script says nothing of files. */
  files: z.array(SyncFile).nullable(),
  /** Files that this pair has brought and that the other side has no more are deleted. */
  removesFiles: z.boolean(),
  /** Look at our record afterwards and send what differs. */
  syncBack: z.boolean(),
  /** End the pair afterwards. */
  unlink: z.boolean(),
  /** The record is deleted, and nothing else is written. Only rules for a record that is gone at the other side say so. */
  deletes: z.literal(true).optional(),
})
export type WritePlan = z.infer<typeof WritePlan>

/** The record as it will be if nobody but the plan changes it. Entries of journals are not in it: they have origins. */
export const withPlan = (record: LocalRecord, plan: Pick<WritePlan, 'fields'>): LocalRecord => {
  const readable = Object.entries(plan.fields).filter(([name]) => Object.hasOwn(record.fields, name))
  return { ...record, fields: { ...record.fields, ...Object.fromEntries(readable) } }
}
