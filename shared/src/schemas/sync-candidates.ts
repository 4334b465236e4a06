import { z } from 'zod'
import { SYNC_LIMITS } from '../sync/index.js'
import { RecordKey, ReplicaPath } from './sync-content.js'

/** Fresh for each run: both sides hash by it, so that no value travels. */
const HashKey = z.string().regex(/^[\w-]{43}$/)
const Hash = z.string().regex(/^[\w-]{22}$/)
/** Where a page ends; its form is that of the tracker's ids. */
const PageEnd = z.string().regex(/^[\w.:-]{1,100}$/)
/** What people call the record, beside its fields. */
const OfKey = z.literal('key')

/** The other side asks which records here may be halves of pairs, PROTOCOL.md §11.13. `paths`: of what the rules here would send. */
export const CandidatesRequest = z.strictObject({
  key: HashKey,
  paths: z
    .array(z.union([OfKey, ReplicaPath]))
    .min(1)
    .max(SYNC_LIMITS.matchedFields),
  after: PageEnd.optional(),
})
export type CandidatesRequest = z.infer<typeof CandidatesRequest>

/**
 * A page of records that match the condition and are in no pair of the connection, each with the hash of its values. `passed`: so many
 * were come past, since they are in a pair, the rules do not send them, or one of the values is empty. `next`: null at the end.
 */
export const CandidatePage = z.object({
  records: z.array(z.object({ key: RecordKey, hash: Hash })).max(SYNC_LIMITS.candidates),
  passed: z.int().min(0),
  next: PageEnd.nullable(),
})
export type CandidatePage = z.infer<typeof CandidatePage>

/** The same of one side, for people: `here` by the fields of our records, `there` by what the other side's rules send. */
export const ListCandidatesRequest = z.strictObject({
  side: z.enum(['here', 'there']),
  key: HashKey,
  fields: z.array(z.string().min(1).max(SYNC_LIMITS.nameChars)).min(1).max(SYNC_LIMITS.matchedFields),
  after: PageEnd.optional(),
})
export type ListCandidatesRequest = z.infer<typeof ListCandidatesRequest>
