import { notSimulated } from '../host.ts'

const OPERATORS: Readonly<Record<string, string>> = {
  '=': '=', '!=': '!=', '<': '<', '<=': '<=', '>': '>', '>=': '>=', IN: 'IN', 'NOT IN': 'NOT IN', STARTSWITH: 'STARTSWITH',
  ENDSWITH: 'ENDSWITH', CONTAINS: 'LIKE', LIKE: 'LIKE', 'DOES NOT CONTAIN': 'NOTLIKE', 'NOT LIKE': 'NOTLIKE', NOTLIKE: 'NOTLIKE',
  INSTANCEOF: 'INSTANCEOF', BETWEEN: 'BETWEEN', SAMEAS: 'SAMEAS', NSAMEAS: 'NSAMEAS', ON: 'ON',
} // prettier-ignore

/** `^` separates conditions and encoded queries have no escape for it; better loud than a query that finds too much. */
const escapeValue = (value: string) => (value.includes('^') ? notSimulated('a ^ inside a query value') : value)

function valueText(value: unknown): string {
  if (Array.isArray(value)) return value.map(valueText).join(',')
  if (typeof value === 'boolean') return value ? '1' : '0'
  return value === null || value === undefined ? '' : String(value)
}

function conditionText(field: unknown, parts: readonly unknown[]): string {
  const name = String(field)
  if (parts.length === 0) return name
  if (parts.length === 1) return parts[0] === null ? `${name}ISEMPTY` : `${name}=${escapeValue(valueText(parts[0]))}`
  const operator = OPERATORS[String(parts[0]).toUpperCase()]
  if (operator === undefined) return notSimulated(`query operator ${String(parts[0])}`)
  return `${name}${operator}${escapeValue(valueText(parts[1]))}`
}

/** What addQuery returns: more conditions that belong to the same place. */
export class GlideQueryCondition {
  readonly #conditions: string[]
  readonly #index: number

  constructor(conditions: string[]) {
    this.#conditions = conditions
    this.#index = conditions.length - 1
  }
  addOrCondition(field: unknown, ...parts: unknown[]): this {
    this.#conditions[this.#index] += `^OR${conditionText(field, parts)}`
    return this
  }
  addCondition(field: unknown, ...parts: unknown[]): this {
    this.#conditions[this.#index] += `^${conditionText(field, parts)}`
    return this
  }
}

/** What addJoinQuery returns: one condition on the other table. The platform's spelling of several is not known. */
export class GlideJoinCondition {
  readonly #conditions: string[]
  readonly #index: number

  constructor(conditions: string[]) {
    this.#conditions = conditions
    this.#index = conditions.length - 1
  }
  addCondition(field: unknown, ...parts: unknown[]): this {
    if (this.#conditions[this.#index]?.includes('!')) notSimulated('a second condition of addJoinQuery')
    this.#conditions[this.#index] += `!${conditionText(field, parts)}`
    return this
  }
  addOrCondition(): never {
    return notSimulated('addOrCondition of addJoinQuery')
  }
}

export class RecordQuery {
  readonly conditions: string[] = []
  #restrictions: string[] = []
  readonly orderBy: { field: string; descending: boolean }[] = []
  limit: number | undefined
  offset: number | undefined

  add(field: unknown, parts: readonly unknown[]): GlideQueryCondition {
    const text = conditionText(field, parts)
    if (text !== '') this.conditions.push(text)
    return new GlideQueryCondition(this.conditions)
  }
  join(text: string): GlideJoinCondition {
    this.conditions.push(text)
    return new GlideJoinCondition(this.conditions)
  }
  /** What is added meanwhile holds for every part of the query, also behind a ^NQ. */
  restrict(add: () => void): void {
    const asked = this.conditions.length
    add()
    this.#restrictions = this.conditions.splice(asked)
  }
  encoded(): string {
    const asked = this.conditions.join('^')
    const added = this.#restrictions.join('^')
    if (added === '') return asked
    if (added.includes('^NQ')) return notSimulated('^NQ in a query rule')
    const parts = asked.split('^NQ').map((part) => (part === '' ? added : `${part}^${added}`))
    return parts.join('^NQ')
  }
  reset(): void {
    this.conditions.length = 0
    this.#restrictions = []
    this.orderBy.length = 0
    this.limit = undefined
    this.offset = undefined
  }
}
