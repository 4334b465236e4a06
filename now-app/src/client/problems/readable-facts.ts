interface ReadableFact {
  readonly name: string
  readonly value: string
}

/** Facts for machines: a person can do nothing with them. */
const HIDDEN: readonly string[] = ['nonce', 'legible', 'codeHash']

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
  const own = Object.entries(facts).filter(([name]) => !HIDDEN.includes(name) && name !== 'details')
  return [...own, ...Object.entries(details)]
    .map(([name, value]) => ({ name, value: textOf(value) }))
    .filter(({ value }) => value !== '')
}
