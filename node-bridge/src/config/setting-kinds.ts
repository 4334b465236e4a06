import { z } from 'zod'

/** One setting, once: its name in Config, what checks it, and what help and docs/operations.md say of it. */
export interface Setting {
  readonly member: string
  readonly schema: z.ZodType
  /** One line, without a full stop. */
  readonly summary: string
  /** What docs/operations.md adds, in Markdown. */
  readonly more?: string
  /** What help and documents show as the default, where that is not the schema's own. */
  readonly shown?: string
  /** Nobody but the node's user may read a file that holds it. */
  readonly secret?: true
}

export const text = (max: number) => z.string().trim().min(1).max(max)

/** Digits only: to JavaScript a blank is 0, which is any free port, or keys that are never replaced. */
export const wholeNumber = (min: number, max: number) =>
  z.string().trim().regex(/^\d+$/u, 'must be a whole number').transform(Number).pipe(z.number().min(min).max(max))

export const flag = z.enum(['true', 'false']).transform((value) => value === 'true')

export const httpUrl = (error: string) => z.url({ protocol: /^https?$/, error })

/** Compared and signed as it is written, so never with a slash at its end. */
export const addressOfOurs = httpUrl('must be an https:// URL').transform((url) => url.replace(/\/+$/, ''))

const CIDR =
  /^(?:\d{1,3}(?:\.\d{1,3}){3}\/(?:[0-9]|[12][0-9]|3[0-2])|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*\/(?:[0-9]{1,2}|1[01][0-9]|12[0-8]))$/

export const ranges = z
  .string()
  .transform((list) => list.split(',').flatMap((range) => (range.trim() ? [range.trim()] : [])))
  .pipe(z.array(z.string().regex(CIDR, 'must be a list of ranges such as 10.0.0.0/8,fd00::/8')))

const SCRIPT_HOST = /^(?:[0-9a-f-]{36}\/)?[a-z0-9-]+(?:\.[a-z0-9-]+)*(?::\d{1,5})?$/

/** Names in full: a pattern would open more than somebody has thought of. */
export const scriptHosts = z
  .string()
  .transform((list) => list.split(',').flatMap((host) => (host.trim() ? [host.trim().toLowerCase()] : [])))
  .pipe(
    z.array(z.string().regex(SCRIPT_HOST, 'must be a list of hosts such as api.acme.example,hooks.acme.example:8443')),
  )
