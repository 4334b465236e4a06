import { z } from 'zod'
import { CONFIGURATION_MODES, faultOfText, LIMITS, NODE_TYPES, TEXT_FAULTS, URL_CHARACTERS } from '../protocol/index.js'
import type { TextOptions } from '../protocol/index.js'

/**
 * Text that a person may read on a review screen, PROTOCOL.md §2.8: nothing can hide in it or reorder it, and what looks
 * alike is alike (NFC).
 */
const visible = (max: number, options?: TextOptions) =>
  z
    .string()
    .normalize('NFC')
    .max(max)
    .check(({ value, issues }) => {
      const fault = faultOfText(value, options)
      if (fault) issues.push({ code: 'custom', input: value, message: TEXT_FAULTS[fault], params: { fault } })
    })

export const Id = z.uuid()
export const ShortName = visible(LIMITS.shortNameChars).trim().min(1)
export const ConnectionName = visible(LIMITS.connectionNameChars).trim().min(1)
/** As other visible text, but with tabs and line breaks. */
export const Description = visible(LIMITS.descriptionChars, { lines: true })
export const Label = visible(100)
/** A URL that our own node tells, or that is compared with our own to the letter. */
export const HttpUrl = z.url({ protocol: /^https?$/ }).max(URL_CHARACTERS)
export const SemVer = z.string().regex(/^\d{1,5}\.\d{1,5}\.\d{1,5}$/)
/** What a node speaks of something, both ends included. */
export const SemVerRange = z.object({ min: SemVer, max: SemVer })
export const Mode = z.enum(CONFIGURATION_MODES)
export const NodeKind = z.enum(NODE_TYPES)
/** Seconds since 1970, as in RFC 7519. */
export const NumericDate = z.int().min(0).max(9_999_999_999)
/** RFC 7638 SHA-256 thumbprint or another SHA-256 digest, base64url without padding. */
export const Sha256 = z.string().regex(/^[A-Za-z0-9_-]{43}$/)
export const IsoTime = z.iso.datetime()

export const PublicJwk = z.strictObject({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: Sha256 })
export type PublicJwk = z.infer<typeof PublicJwk>

/** Of a reader, as browsers name languages: `en`, `de-AT`. */
export const LanguageTag = z.string().regex(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,4}$/)
