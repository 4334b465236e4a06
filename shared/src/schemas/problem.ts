import { z } from 'zod'

/** RFC 9457, with the catalogue's code and what the reader needs to go on. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.string(),
  remedy: z.string(),
  responsible: z.string(),
  retry: z.boolean(),
  requestId: z.string(),
  /** Facts of this refusal: field errors, version ranges, server time, a nonce, the details of another product's code. */
  facts: z.record(z.string(), z.unknown()).optional(),
})
export type Problem = z.infer<typeof Problem>
