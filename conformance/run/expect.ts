import { isDeepStrictEqual } from 'node:util'

/** What is thrown where an implementation does something else than PROTOCOL.md says. */
export class Mismatch extends Error {
  override readonly name = 'Mismatch'
}

const show = (value: unknown): string => {
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 300 ? `${text.slice(0, 300)}…` : text
}

export function equal(what: string, found: unknown, expected: unknown): void {
  if (!isDeepStrictEqual(found, expected))
    throw new Mismatch(`${what}: expected ${show(expected)}, found ${show(found)}`)
}

export function isTrue(what: string, holds: boolean): asserts holds {
  if (!holds) throw new Mismatch(what)
}

/** Exactly these members, in any order. */
export const members = (what: string, value: object, names: readonly string[]): void =>
  equal(`members of ${what}`, Object.keys(value).toSorted(), names.toSorted())

/** A time in seconds since 1970 that lies at most so far from now. */
export function near(what: string, seconds: unknown, nowMs: number, withinS: number): void {
  const off = typeof seconds === 'number' ? Math.abs(seconds - nowMs / 1000) : Infinity
  if (off > withinS) throw new Mismatch(`${what}: ${show(seconds)} is more than ${withinS} s away`)
}
