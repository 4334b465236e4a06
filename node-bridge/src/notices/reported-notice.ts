import { NOTICE_CAUSES, NOTICE_STEPS } from '@accord/shared/protocol'
import { z } from 'zod'

/**
 * One thing that people are notified of, as it stands in the database and as every channel takes it: a cause, words of the product and of
 * this node's admin, numbers, times. Nothing of a record, of a script or of an answer fits in.
 */
export const ReportedNotice = z.strictObject({
  step: z.enum(NOTICE_STEPS),
  cause: z.enum(NOTICE_CAUSES).nullable(),
  connection: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
  subject: z.string().regex(/^[a-z0-9_]{0,80}$/u),
  count: z.number(),
  more: z.number(),
  /** `began`, `over`: when it began. `grew`: since when there is more. */
  since: z.iso.datetime(),
  at: z.iso.datetime(),
  /** When something ends by itself. */
  until: z.iso.datetime().nullable(),
})
export type ReportedNotice = z.infer<typeof ReportedNotice>

export const ReportedNotices = z.array(ReportedNotice)
