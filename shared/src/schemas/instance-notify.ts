import { z } from 'zod'
import { INSTANCE_SYNC_LIMITS as LIMITS, NOTICE_CAUSES, NOTICE_STEPS } from '../protocol/index.js'
import { Nonce } from './instance-names.js'
import { Id } from './primitives.js'

/** What needs a person, as an event of the instance has it. `title`: for people, in the node's language; nothing of a record. */
export const NotifyRequest = z.strictObject({
  nonce: Nonce,
  notices: z
    .array(
      z.strictObject({
        step: z.enum(NOTICE_STEPS),
        /** Empty: of a test. */
        cause: z.union([z.literal(''), z.enum(NOTICE_CAUSES)]),
        connectionId: Id.nullable(),
        subject: z.string().regex(/^[a-z0-9_]{0,80}$/u),
        count: z.int().min(0),
        more: z.int().min(0),
        title: z.string().max(200),
      }),
    )
    .max(LIMITS.notified),
})
export type NotifyRequest = z.infer<typeof NotifyRequest>

export const NotifyAnswer = z.object({ queued: z.int() })
