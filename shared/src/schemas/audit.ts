import { z } from 'zod'
import { IsoTime } from './primitives.js'

/** One line of the exported audit log. `details` is a text only where somebody has damaged it. */
export const AuditLine = z.object({
  seq: z.int().min(0),
  id: z.string(),
  at: IsoTime,
  actor: z.string(),
  caller: z.enum(['public', 'node', 'instance', 'operator', 'console', 'self']),
  source: z.string(),
  requestId: z.string().nullable(),
  action: z.string(),
  subject: z.string().nullable(),
  details: z.union([z.record(z.string(), z.unknown()), z.string()]),
  previousHash: z.string().nullable(),
  hash: z.string().nullable(),
})
export type AuditLine = z.infer<typeof AuditLine>

/** `after`: the last number that the reader has. */
export const AuditPageQuery = z.strictObject({
  after: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(0),
  limit: z.coerce.number().int().min(1).max(1000).default(500),
})
export type AuditPageQuery = z.infer<typeof AuditPageQuery>

const ChainHead = z.object({ seq: z.int().min(0), hash: z.string() })

/** `seal`: whether the kept head was sealed with the node's master key. `broken`: the first place that does not fit. */
export const AuditVerdict = z.object({
  intact: z.boolean(),
  entries: z.int().min(0),
  head: ChainHead,
  seal: z.enum(['fits', 'broken', 'unchecked']),
  waiting: z.int().min(0),
  broken: z.object({ seq: z.int().min(0), id: z.string().nullable(), why: z.string() }).nullable(),
})
export type AuditVerdict = z.infer<typeof AuditVerdict>

/** `before`: the lowest number that the reader has; absent for the newest page. */
export const AuditTrailQuery = z.strictObject({
  before: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type AuditTrailQuery = z.infer<typeof AuditTrailQuery>

/** What was done with one connection, newest first. `before`: asks for the next page; null at the end. */
export const AuditTrail = z.object({ entries: z.array(AuditLine), before: z.int().min(1).nullable() })
export type AuditTrail = z.infer<typeof AuditTrail>
