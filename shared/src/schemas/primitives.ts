import { z } from 'zod'
import { CONFIGURATION_MODES, LIMITS, NODE_TYPES } from '../protocol/index.js'

/** Text that a person may read on a review screen: no control, format or separator character, so that nothing can hide or reorder it. */
const visible = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]*$/u, 'contains invisible characters')

export const Id = z.uuid()
export const ShortName = visible(LIMITS.shortNameChars).trim().min(1)
export const ConnectionName = visible(LIMITS.connectionNameChars).trim().min(1)
/** As other visible text, but with tabs and line breaks. */
export const Description = z
  .string()
  .max(LIMITS.descriptionChars)
  .regex(/^(?:[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|[\t\n\r])*$/u, 'contains invisible characters')
export const Label = visible(100)
export const HttpUrl = z.url({ protocol: /^https?$/ }).max(2048)
export const SemVer = z.string().regex(/^\d{1,5}\.\d{1,5}\.\d{1,5}$/)
export const Mode = z.enum(CONFIGURATION_MODES)
export const NodeKind = z.enum(NODE_TYPES)
/** Seconds since 1970, as in RFC 7519. */
export const NumericDate = z.int().min(0).max(9_999_999_999)
/** RFC 7638 SHA-256 thumbprint or another SHA-256 digest, base64url without padding. */
export const Sha256 = z.string().regex(/^[A-Za-z0-9_-]{43}$/)
export const IsoTime = z.iso.datetime()

export const PublicJwk = z.strictObject({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: Sha256 })
export type PublicJwk = z.infer<typeof PublicJwk>
