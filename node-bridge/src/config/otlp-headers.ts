import { z } from 'zod'

const NO_LIST = 'must be a list such as authorization=Bearer%20abc,x-tenant=acme'

/**
 * Headers for the collector, which often hold a token: `name=value` with commas between, values percent-encoded, as
 * OpenTelemetry defines it. Read here, so that what cannot be sent refuses the start and is not lost in silence.
 */
export const OtlpHeaders = z.string().transform((list, context): Readonly<Record<string, string>> => {
  const pairs = list.split(',').map((pair) => pair.trim())
  const headers = pairs.filter((pair) => pair !== '').map(headerOf)
  if (headers.every((header) => header !== undefined)) return Object.fromEntries(headers)
  context.addIssue(NO_LIST)
  return z.NEVER
})

function headerOf(pair: string): readonly [string, string] | undefined {
  const [, name, encoded] = /^([!#$%&'*+.^_`|~\w-]+)\s*=\s*(.*)$/u.exec(pair) ?? []
  if (name === undefined || encoded === undefined) return undefined
  try {
    const value = decodeURIComponent(encoded).trim()
    return /^[\x20-\x7E]+$/u.test(value) ? [name, value] : undefined
  } catch {
    return undefined
  }
}
