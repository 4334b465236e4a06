import { z } from 'zod'
import { HttpUrl, Id, IsoTime, Label, NumericDate } from './primitives.js'

/** Of a paid licence: `standard`, `enterprise`, …; the vendor's own word. */
export const LicencePlan = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/u, 'must be lower-case letters, digits and hyphens')

/** What the vendor signs, typ TYP.licence. `instanceUid`: only this node; `maxConnections`: of those that have not ended. */
export const LicenceClaims = z.object({
  v: z.literal(1),
  jti: Id,
  customer: Label.min(1),
  plan: LicencePlan,
  iat: NumericDate,
  exp: NumericDate,
  instanceUid: Id.optional(),
  maxConnections: z.int().min(1).max(1_000_000).optional(),
})
export type LicenceClaims = z.infer<typeof LicenceClaims>

/** How a node stands. `daysLeft`: begun days until `endsAt`, 0 when it has ended. `customer` and `plan`: of a paid one. */
export const LicenceDetails = z.object({
  kind: z.enum(['evaluation', 'paid']),
  endsAt: IsoTime,
  ended: z.boolean(),
  daysLeft: z.int().min(0),
  customer: Label.nullable(),
  plan: z.string().nullable(),
  maxConnections: z.int().nullable(),
  /** Connections that have not ended. */
  connections: z.int().min(0),
  /** `replaced`: tokens are verified by another key than that of the vendor of this release. */
  vendorKey: z.enum(['built-in', 'replaced']),
})
export type LicenceDetails = z.infer<typeof LicenceDetails>

/** `counts`: the one by which the node works. `refused`: no longer fits this node or the vendor's key. */
export const InstalledLicence = z.object({
  id: Id,
  customer: Label,
  plan: z.string(),
  issuedAt: IsoTime,
  expiresAt: IsoTime,
  instanceUid: Id.nullable(),
  maxConnections: z.int().nullable(),
  installedAt: IsoTime,
  installedBy: Label,
  state: z.enum(['counts', 'valid', 'expired', 'refused']),
})
export type InstalledLicence = z.infer<typeof InstalledLicence>

/** `vendorKeyFingerprint`: of the key by which tokens are verified; `instanceUid`: for the vendor to bind a licence to. */
export const LicenceReport = z.object({
  licence: LicenceDetails,
  installed: z.array(InstalledLicence),
  vendorKeyFingerprint: Label,
  instanceUid: Id,
  nodeUrl: HttpUrl,
})
export type LicenceReport = z.infer<typeof LicenceReport>

/** `token` as it was pasted: blanks, line breaks and quotes around it do no harm. */
/** `token`: as it was pasted, with whatever mail and chat put around it and made of it. */
export const InstallLicenceRequest = z.strictObject({ token: z.string().max(32_768), actor: Label })
export type InstallLicenceRequest = z.infer<typeof InstallLicenceRequest>
