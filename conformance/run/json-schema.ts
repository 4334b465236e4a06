import { readFileSync } from 'node:fs'

import { Mismatch } from './expect.ts'

/** The part of JSON Schema that `messages.json` uses. */
export interface Schema {
  readonly type?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | Schema
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly pattern?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly minItems?: number
  readonly maxItems?: number
}

interface Messages {
  readonly jws: Readonly<
    Record<string, { readonly typ: string; readonly claims: Schema; readonly ofInvitation?: Schema }>
  >
  readonly answers: Readonly<Record<string, { readonly schema: Schema }>>
}
const messages = JSON.parse(readFileSync(new URL('../messages.json', import.meta.url), 'utf8')) as Messages

export const claimsSchema = (kind: string): Schema => messages.jws[kind]?.claims ?? {}
/** Of the signature under a refusal of a redeem, §5.9. */
export const invitationAnswerSchema = (): Schema => messages.jws['answer']?.ofInvitation ?? {}
export const answerSchema = (operation: string): Schema => messages.answers[operation]?.schema ?? {}

/** Throws a `Mismatch` that names the first member which does not fit. */
export function requireShape(what: string, value: unknown, schema: Schema): void {
  const fault = findFault(value, schema, what)
  if (fault !== undefined) throw new Mismatch(fault)
}

const typeOf = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'array' : Number.isInteger(value) ? 'integer' : typeof value

function findFault(value: unknown, schema: Schema, at: string): string | undefined {
  if (schema.anyOf && schema.anyOf.every((each) => findFault(value, each, at) !== undefined))
    return `${at} has none of the forms that are allowed`
  const type = typeOf(value)
  if (schema.type && schema.type !== type && !(schema.type === 'number' && type === 'integer'))
    return `${at} is of type ${type}, not ${schema.type}`
  if (schema.enum && !schema.enum.includes(value)) return `${at} is none of ${schema.enum.join(', ')}`
  if ('const' in schema && schema.const !== value) return `${at} is not ${String(schema.const)}`
  if (typeof value === 'string') return faultOfText(value, schema, at)
  if (typeof value === 'number') return faultOfNumber(value, schema, at)
  if (Array.isArray(value)) return faultOfList(value, schema, at)
  return type === 'object' ? faultOfMembers(value as Record<string, unknown>, schema, at) : undefined
}

function faultOfText(text: string, { pattern, minLength = 0, maxLength = Infinity }: Schema, at: string) {
  const characters = [...text].length
  if (characters < minLength || characters > maxLength) return `${at} has ${characters} characters`
  return pattern && !new RegExp(pattern, 'u').test(text) ? `${at} does not have the form ${pattern}` : undefined
}

const faultOfNumber = (value: number, { minimum = -Infinity, maximum = Infinity }: Schema, at: string) =>
  value < minimum || value > maximum ? `${at} is ${value}, outside ${minimum} to ${maximum}` : undefined

function faultOfList(list: readonly unknown[], { items = {}, minItems = 0, maxItems = Infinity }: Schema, at: string) {
  if (list.length < minItems || list.length > maxItems) return `${at} has ${list.length} entries`
  return firstOf(list.map((each, place) => findFault(each, items, `${at}[${place}]`)))
}

function faultOfMembers(value: Record<string, unknown>, schema: Schema, at: string): string | undefined {
  const { properties = {}, required = [], additionalProperties } = schema
  const missing = required.find((name) => !(name in value))
  if (missing !== undefined) return `${at} has no member ${missing}`
  const stray = Object.keys(value).find((name) => !(name in properties))
  if (stray !== undefined && additionalProperties === false) return `${at} has the unknown member ${stray}`
  return firstOf(
    Object.entries(properties).map(([name, inner]) =>
      name in value ? findFault(value[name], inner, `${at}.${name}`) : undefined,
    ),
  )
}

const firstOf = (faults: readonly (string | undefined)[]): string | undefined =>
  faults.find((fault) => fault !== undefined)
