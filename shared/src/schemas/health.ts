import { z } from 'zod'

export const Health = z.object({ status: z.literal('ok') })

/** `checks` names each part that was looked at; `ready` is their conjunction. `reason`: what the operator has to remedy. */
export const Readiness = z.object({
  ready: z.boolean(),
  checks: z.record(z.string(), z.boolean()),
  reason: z.string().optional(),
})
export type Readiness = z.infer<typeof Readiness>

/** Of this interface; what it holds is a matter of OpenAPI 3.1. */
export const OpenApiDocument = z.record(z.string(), z.unknown())
