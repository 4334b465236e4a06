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

/** What has to come by itself. */
export async function within<T>(coming: Promise<T>, ms: number, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Mismatch(`${what} did not come within ${Math.round(ms / 1000)} s`)), ms)
  })
  return Promise.race([coming, late]).finally(() => clearTimeout(timer))
}
