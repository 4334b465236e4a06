import { z } from 'zod'
import { DELIVERY_STATES, NOTICE_CAUSES, NOTICE_CHANNELS, NOTICE_STEPS } from '../protocol/index.js'
import { Id, IsoTime } from './primitives.js'

const Cause = z.enum(NOTICE_CAUSES)
const Channel = z.enum(NOTICE_CHANNELS)

/**
 * What needs a person. `subject`: a word that says more of the cause, such as the code with which pairs wait, the table of a
 * canary or the queue of a job; empty where there is none. `reported`: whether anybody was sent a notice of it. Nothing here comes
 * from a record.
 */
export const OpenNotice = z.object({
  cause: Cause,
  subject: z.string(),
  connection: z.object({ id: Id, name: z.string() }).nullable(),
  count: z.int().min(0),
  since: IsoTime,
  reported: z.boolean(),
})
export type OpenNotice = z.infer<typeof OpenNotice>

/** One notice on its way to one recipient. `reply`: by numbers, what a mail server or a host has answered; null where nobody did. */
export const NoticeDelivery = z.object({
  at: IsoTime,
  channel: Channel,
  recipient: z.string(),
  steps: z.array(z.enum(NOTICE_STEPS)),
  state: z.enum(DELIVERY_STATES),
  attempts: z.int().min(0),
  code: z.string().nullable(),
  reply: z.string().nullable(),
})
export type NoticeDelivery = z.infer<typeof NoticeDelivery>

/** `deliveries`: the newest fifty. `mail`: null where no mail server is set. */
export const NoticeReport = z.object({
  mail: z
    .object({
      host: z.string(),
      port: z.int(),
      encryption: z.enum(['starttls', 'tls', 'none']),
      from: z.string(),
      to: z.array(z.string()),
    })
    .nullable(),
  /** Its host alone: the path may be what keeps others out. Null where none is set. */
  webhook: z.object({ host: z.string() }).nullable(),
  /** Whether the instance is notified, too. */
  event: z.boolean(),
  open: z.array(OpenNotice),
  deliveries: z.array(NoticeDelivery),
})
export type NoticeReport = z.infer<typeof NoticeReport>

const ADDRESS = /^[\w.!#$%&'*+/=?^`{|}~-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)*$/iu
export const NOTICE_LANGUAGES = ['en', 'de'] as const

/** Of a user of the node's console. Only addresses of the domains that the operator of the node sends to are taken. */
export const ChangeOwnNoticesRequest = z.strictObject({
  wanted: z.boolean(),
  address: z.string().trim().max(254).regex(ADDRESS),
  language: z.enum(NOTICE_LANGUAGES),
})
export type ChangeOwnNoticesRequest = z.infer<typeof ChangeOwnNoticesRequest>

/** `domains`: of the addresses that are taken; none where no mail server is set. */
export const OwnNotices = z.object({
  wanted: z.boolean(),
  address: z.string().nullable(),
  language: z.enum(NOTICE_LANGUAGES),
  domains: z.array(z.string()),
})
export type OwnNotices = z.infer<typeof OwnNotices>

/** What became of a test, for each recipient. */
export const NoticeTestAnswer = z.object({
  results: z.array(
    z.object({
      channel: Channel,
      recipient: z.string(),
      sent: z.boolean(),
      code: z.string().nullable(),
      reply: z.string().nullable(),
    }),
  ),
})
export type NoticeTestAnswer = z.infer<typeof NoticeTestAnswer>
