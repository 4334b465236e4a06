import { en } from '../i18n/en/index.ts'

export type FactName = keyof typeof en.facts

interface ReadableFact {
  readonly name: FactName
  readonly value: string
}

/** A fact without a name in the texts is for machines (a nonce, a status): a person can do nothing with it. */
const isNamed = (entry: [string, unknown]): entry is [FactName, unknown] => Object.hasOwn(en.facts, entry[0])

const isPlain = (value: unknown): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function textOf(value: unknown): string {
  if (isPlain(value)) return String(value)
  if (Array.isArray(value)) return value.map(textOf).filter(Boolean).join(', ')
  if (!isFields(value)) return ''
  const { min, max } = value
  if (isPlain(min) && isPlain(max)) return min === max ? String(min) : `${min} – ${max}`
  return Object.entries(value)
    .map(([name, inner]) => `${name}: ${textOf(inner)}`)
    .join(', ')
}

/** The facts of a refusal as names and texts, those of `details` lifted one level up. */
export function readableFacts(code: string, facts: Readonly<Record<string, unknown>>): ReadableFact[] {
  const details = code === 'code_other_product' && isFields(facts['details']) ? facts['details'] : {}
  return [...Object.entries(facts), ...Object.entries(details)]
    .filter(isNamed)
    .map(([name, value]) => ({ name, value: textOf(value) }))
    .filter(({ value }) => value !== '')
}
