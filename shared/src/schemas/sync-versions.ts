import { z } from 'zod'
import { IsoTime, Label } from './primitives.js'
import { SyncDirection } from './sync-configuration.js'

/**
 * What a version has done. `runs`: how often it was asked; `writes`: messages that it had sent, or plans that it had written; `failures`:
 * runs that left their pair waiting for a person. Counted in memory and written each ten seconds: a node that is killed forgets the last ones.
 */
export const RulesTally = z.object({
  runs: z.int().min(0),
  writes: z.int().min(0),
  failures: z.int().min(0),
  firstAt: IsoTime,
  lastAt: IsoTime,
})
export type RulesTally = z.infer<typeof RulesTally>

/** A script that was published once. `sha256`: of its text, as the audit log names it. `tally`: null where it has never run. */
export const RulesVersion = z.object({
  direction: SyncDirection,
  version: z.int().min(1),
  publishedAt: IsoTime,
  publishedBy: Label,
  note: z.string(),
  mayWiden: z.boolean(),
  sha256: z.string(),
  tally: RulesTally.nullable(),
})
export type RulesVersion = z.infer<typeof RulesVersion>

/** Of both directions, the newest first. `hasOlder`: there are more of them than these. */
export const RulesVersions = z.object({ versions: z.array(RulesVersion), hasOlder: z.boolean() })
export type RulesVersions = z.infer<typeof RulesVersions>

export const RulesVersionRequest = z.strictObject({
  direction: SyncDirection,
  version: z.int().min(1).max(1_000_000_000),
})
export type RulesVersionRequest = z.infer<typeof RulesVersionRequest>

export const RulesVersionText = z.object({ direction: SyncDirection, version: z.int().min(1), source: z.string() })
export type RulesVersionText = z.infer<typeof RulesVersionText>
