import { z } from 'zod'
import { LIMITS } from '../protocol/index.js'
import { HttpUrl, IsoTime, Label, SemVer, SemVerRange } from './primitives.js'

/** What an admin may change while the node runs. */
export const RunSettings = z.object({
  /** How long a new code is valid where the request names nothing. */
  invitationValidityMs: z.int().min(LIMITS.invitationMinMs).max(LIMITS.invitationMaxMs),
  /** Whether a new code asks for an approval where the request names nothing. */
  approval: z.boolean(),
  /** Age in days at which this side's key of a connection is replaced; 0: only on request. */
  rotateKeysDays: z.int().min(0).max(3650),
})
export type RunSettings = z.infer<typeof RunSettings>

/** Each member that is present is changed; null goes back to what the node started with. */
export const ChangeSettingsRequest = z.strictObject({
  invitationValidityMs: RunSettings.shape.invitationValidityMs.nullable().optional(),
  approval: RunSettings.shape.approval.nullable().optional(),
  rotateKeysDays: RunSettings.shape.rotateKeysDays.nullable().optional(),
  actor: Label,
})
export type ChangeSettingsRequest = z.infer<typeof ChangeSettingsRequest>

/** `fixed`: settings of the environment that a person may know, by the name that changes them. */
export const NodeSettings = z.object({
  run: RunSettings,
  defaults: RunSettings,
  changedAt: IsoTime.nullable(),
  changedBy: Label.nullable(),
  fixed: z.array(z.object({ name: z.string(), value: z.string() })),
  pairing: z
    .object({
      instanceUrl: HttpUrl,
      instanceName: Label,
      instanceVersion: Label,
      appVersion: SemVer,
      pairedBy: Label,
      pairedAt: IsoTime,
      lastCallbackAt: IsoTime.nullable(),
    })
    .nullable(),
  versions: z.object({ node: SemVer, rest: SemVerRange, hub: SemVerRange, database: z.string() }),
})
export type NodeSettings = z.infer<typeof NodeSettings>
