import { z } from 'zod'
import { IsoTime } from './primitives.js'

/** One line of the exported audit log. `details` is a text only where somebody has damaged it. */
export const AuditLine = z.object({
  seq: z.int().min(0),
  id: z.string(),
  at: IsoTime,
  actor: z.string(),
  caller: z.enum(['public', 'node', 'instance', 'operator', 'self']),
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

export const DeadJob = z.object({
  id: z.string(),
  queue: z.string(),
  key: z.string(),
  attempts: z.int().min(0),
  lastError: z.string(),
  createdAt: IsoTime,
})
/** Work that the node has given up: oldest first, at most two hundred. */
export const DeadJobList = z.object({ jobs: z.array(DeadJob) })
export const RerunJobResponse = z.object({ id: z.string() })
