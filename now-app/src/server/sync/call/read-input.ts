import { Refusal } from '../../http/refusal.ts'

/** Reads one value of a body, or refuses the call and names the place. */
export type Reader<T> = (value: unknown, where: string) => T

type Shape = Readonly<Record<string, Reader<unknown>>>
type Read<S extends Shape> = { readonly [Name in keyof S]: ReturnType<S[Name]> }

const wrong = (where: string, what: string): Refusal => new Refusal('malformed', `${where} ${what}`)

/** A text of this shape. Shapes are anchored, and bounded by themselves. */
export const text =
  (shape: RegExp): Reader<string> =>
  (value, where) => {
    if (typeof value !== 'string' || !shape.test(value)) throw wrong(where, 'is not what is expected there.')
    return value
  }

export const longText =
  (longest: number): Reader<string> =>
  (value, where) => {
    if (typeof value !== 'string' || value.length > longest) throw wrong(where, `is no text of up to ${longest}.`)
    return value
  }

export const wholeNumber: Reader<number> = (value, where) => {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) throw wrong(where, 'is no whole number.')
  return value
}

export const truth: Reader<boolean> = (value, where) => {
  if (typeof value !== 'boolean') throw wrong(where, 'is neither true nor false.')
  return value
}

export const plainValue: Reader<string | number | boolean> = (value, where) => {
  if (typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number' && Number.isFinite(value)) return value
  throw wrong(where, 'is no text, number or boolean.')
}

export const optional =
  <T>(reader: Reader<T>): Reader<T | undefined> =>
  (value, where) =>
    value === undefined ? undefined : reader(value, where)

export const nullable =
  <T>(reader: Reader<T>): Reader<T | null> =>
  (value, where) =>
    value === null ? null : reader(value, where)

export const list =
  <T>(reader: Reader<T>, longest: number): Reader<readonly T[]> =>
  (value, where) => {
    if (!Array.isArray(value) || value.length > longest) throw wrong(where, `is no list of up to ${longest}.`)
    return value.map((each, at) => reader(each, `${where}/${at}`))
  }

/** A member for each name, and no other: what this release does not know is refused, not passed over. */
export const object =
  <S extends Shape>(shape: S): Reader<Read<S>> =>
  (value, where) => {
    const given = membersOf(value, where)
    const unknown = Object.keys(given).find((name) => !(name in shape))
    if (unknown !== undefined) throw wrong(`${where}/${unknown}`, 'is not known to this release of the application.')
    const read: Record<string, unknown> = {}
    for (const [name, reader] of Object.entries(shape)) read[name] = reader(given[name], `${where}/${name}`)
    return read as Read<S>
  }

/** Any names of this shape, each with a value. */
export const map =
  <T>(names: RegExp, reader: Reader<T>): Reader<Readonly<Record<string, T>>> =>
  (value, where) => {
    const read: Record<string, T> = {}
    for (const [name, each] of Object.entries(membersOf(value, where)))
      read[text(names)(name, `${where}/${name.slice(0, 80)}`)] = reader(each, `${where}/${name}`)
    return read
  }

function membersOf(value: unknown, where: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrong(where, 'is no object.')
  return value as Readonly<Record<string, unknown>>
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

export const uuid = text(UUID)
export const sysId = text(/^[0-9a-f]{32}$/)
export const NAME = /^[a-z][a-z0-9_]{0,79}$/
export const name = text(NAME)
export const isoTime = text(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/)
export const planId = text(/^[A-Za-z0-9_-]{16,80}$/)
export const nonce = text(/^[A-Za-z0-9_-]{16,64}$/)
