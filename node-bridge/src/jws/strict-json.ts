const MAX_DEPTH = 8
const POISONED = new Set(['__proto__', 'constructor', 'prototype'])

/** What `parseStrictJson` gives back for text that it refuses; distinct from every JSON value. */
export const NOT_JSON = Symbol('not strict JSON')

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/**
 * Parses JSON of a stranger: valid UTF-8, at most eight levels deep, no member that could reach a prototype.
 * Never throws; the caller bounds the size beforehand.
 */
export function parseStrictJson(bytes: Uint8Array): unknown {
  try {
    const value: unknown = JSON.parse(utf8.decode(bytes))
    return isHarmless(value, MAX_DEPTH) ? value : NOT_JSON
  } catch {
    return NOT_JSON
  }
}

function isHarmless(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true
  if (depth === 0) return false
  return Object.entries(value).every(([name, inner]) => !POISONED.has(name) && isHarmless(inner, depth - 1))
}

export const isPlainObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
