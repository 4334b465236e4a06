import { HttpUrl, IsoTime } from '@accord/shared/schemas'
import { z } from 'zod'

export const Health = z.object({ status: z.literal('ok') })

/** `checks` names each part that was looked at; `ready` is their conjunction. `reason`: what the operator has to remedy. */
export const Readiness = z.object({
  ready: z.boolean(),
  checks: z.record(z.string(), z.boolean()),
  reason: z.string().optional(),
})

export const PairingDescription = z.object({
  pairing: z
    .object({
      instanceUrl: HttpUrl,
      instanceName: z.string(),
      instanceVersion: z.string(),
      appVersion: z.string(),
      pairedBy: z.string(),
      pairedAt: IsoTime,
    })
    .nullable(),
})
