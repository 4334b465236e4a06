import { z } from 'zod'
import { SYNC_LIMITS } from '../sync/index.js'
import { Id, IsoTime, Sha256 } from './primitives.js'

const WELL_FORMED = /^\P{Surrogate}*$/u

/**
 * A text of a record. Unlike the texts that people of a connection read, it may hold whatever the record holds; but no
 * half of a character and no U+0000, which databases refuse (PROTOCOL.md §11.4).
 */
const text = (max: number) =>
  z
    .string()
    .max(max)
    .regex(WELL_FORMED)
    .refine((value) => !value.includes('\0'))

const Name = text(SYNC_LIMITS.nameChars)
/** Bounded by the message that holds it. */
const LongText = text(SYNC_LIMITS.messageBytes)
const EntryId = text(SYNC_LIMITS.idChars).min(1)

/** A link for people. Nothing is ever called there. */
export const RecordUrl = z
  .url({ protocol: /^https?$/ })
  .max(SYNC_LIMITS.urlChars)
  .regex(/^[\x21-\x7e]+$/)

export const RecordType = text(SYNC_LIMITS.typeChars).min(1)
export const RecordKey = text(SYNC_LIMITS.keyChars).min(1)

export const Person = z.object({ name: Name, email: Name.optional(), id: EntryId.optional() })
export type Person = z.infer<typeof Person>

/** `internal`: not for the customer. One that does not say so is internal. */
export const SyncComment = z.object({
  id: EntryId,
  body: text(SYNC_LIMITS.commentChars),
  author: Person,
  at: IsoTime,
  internal: z
    .boolean()
    .nullish()
    .transform((internal) => internal ?? true),
  edited: z.boolean(),
})
export type SyncComment = z.infer<typeof SyncComment>

/** What a file is; its bytes travel elsewhere. */
export const SyncFile = z.object({
  id: EntryId,
  name: Name.min(1),
  type: text(SYNC_LIMITS.typeChars),
  bytes: z.int().min(0),
  sha256: Sha256,
  author: Person,
  at: IsoTime,
})
export type SyncFile = z.infer<typeof SyncFile>

/** What travels of a record. Members that this version does not know are kept. */
export const Replica = z.looseObject({
  summary: LongText.optional(),
  description: LongText.optional(),
  status: LongText.optional(),
  resolution: LongText.optional(),
  priority: LongText.optional(),
  reporter: Person.optional(),
  assignee: Person.optional(),
  group: LongText.optional(),
  dueAt: IsoTime.optional(),
  labels: z.array(Name).max(SYNC_LIMITS.labels).optional(),
  customKeys: z.record(Name, z.json()),
})
export type Replica = z.infer<typeof Replica>

/** The unit of change: a JSON Pointer to a member of the replica, or to one of its `customKeys`. */
export const ReplicaPath = z
  .string()
  .max(1024)
  .regex(/^\/(?!customKeys$)(?:customKeys\/)?(?:[^/~]|~[01])+$/)

/**
 * One message of one pair, by its place in the lives of both sides. `epoch`: of its sender; `peerEpoch`: of its receiver, 0
 * where the sender does not know one yet.
 */
export const Place = z.strictObject({
  pair: Id,
  epoch: z.int().min(1).max(SYNC_LIMITS.epochMax),
  peerEpoch: z.int().min(0).max(SYNC_LIMITS.epochMax),
  seq: z.int().min(1).max(SYNC_LIMITS.sequenceMax),
})
export type Place = z.infer<typeof Place>
