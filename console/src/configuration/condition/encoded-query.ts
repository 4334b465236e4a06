/** How a field is compared, as an encoded query of the platform writes it. */
export const OPERATORS = [
  '=',
  '!=',
  'LIKE',
  'NOT LIKE',
  'STARTSWITH',
  'ENDSWITH',
  '<',
  '<=',
  '>',
  '>=',
  'IN',
  'NOT IN',
  'ISEMPTY',
  'ISNOTEMPTY',
] as const
export type Operator = (typeof OPERATORS)[number]

export interface Comparison {
  /** As the platform names it, dotted where it leads to another record. */
  readonly path: string
  readonly operator: Operator
  readonly value: string
}

/** All of the lists have to hold, and of each list one comparison. */
export type Condition = readonly (readonly Comparison[])[]

/** Other ways to write the same. */
const SPELLINGS: Readonly<Record<string, Operator>> = {
  CONTAINS: 'LIKE',
  'DOES NOT CONTAIN': 'NOT LIKE',
  NOTLIKE: 'NOT LIKE',
  NOTIN: 'NOT IN',
}
/** The longer one first where one begins as another does. `INSTANCEOF` is none of them, though it begins with `IN`. */
const COMPARISON =
  /^([a-z][a-z0-9_.]*)(!=|<=|>=|=|<|>|NOT ?LIKE|NOT ?IN|LIKE|CONTAINS|DOES NOT CONTAIN|STARTSWITH|ENDSWITH|ISEMPTY|ISNOTEMPTY|IN(?!STANCEOF))([^]*)$/

/** `ISEMPTY` and its opposite compare with nothing. */
export const needsValue = (operator: Operator): boolean => operator !== 'ISEMPTY' && operator !== 'ISNOTEMPTY'

/** Undefined where the text says what comparisons cannot: another criterion (`^NQ`), an order, a time that moves. */
export function readCondition(query: string): Condition | undefined {
  const text = query.trim().replace(/\^EQ$/, '')
  if (text === '') return []
  const groups: Comparison[][] = []
  for (const part of text.split('^')) {
    const isOther = /^OR(?=[a-z])/.test(part)
    const comparison = readComparison(isOther ? part.slice(2) : part)
    const group = isOther ? groups.at(-1) : []
    if (!comparison || !group) return undefined
    group.push(comparison)
    if (!isOther) groups.push(group)
  }
  return groups
}

function readComparison(part: string): Comparison | undefined {
  const [, path, word, value = ''] = COMPARISON.exec(part) ?? []
  const operator = OPERATORS.find((each) => each === (SPELLINGS[word ?? ''] ?? word))
  if (path === undefined || operator === undefined || value.includes('javascript:')) return undefined
  // The platform reads an empty value as one that is not there.
  if (value !== '' || !needsValue(operator)) return { path, operator, value }
  if (operator === '=') return { path, operator: 'ISEMPTY', value }
  return operator === '!=' ? { path, operator: 'ISNOTEMPTY', value } : undefined
}

export const writeCondition = (condition: Condition): string =>
  condition
    .map((group) => group.map(({ path, operator, value }) => `${path}${operator}${value}`).join('^OR'))
    .filter((group) => group !== '')
    .join('^')
