/** One `field operator value`. */
export interface Condition {
  readonly field: string
  readonly operator: Operator
  readonly value: string
}

/** `JOINincident.sys_id=task_sla.task!has_breached=true`: there is such a row of the other table. */
export interface Join {
  readonly table: string
  readonly field: string
  readonly otherTable: string
  readonly otherField: string
  /** An encoded query on the other table, perhaps empty. */
  readonly where: string
}

export type QueryPart = Condition | Join

export const isJoin = (part: QueryPart): part is Join => 'otherTable' in part

/** `groups` are joined by OR (`^NQ`), their clauses by AND (`^`), the conditions of a clause by OR (`^OR`). */
export interface EncodedQuery {
  readonly groups: readonly (readonly (readonly QueryPart[])[])[]
  readonly orderBy: readonly { readonly field: string; readonly descending: boolean }[]
  /** Parts that are no condition; the platform drops them. */
  readonly invalid: readonly string[]
  /** Parts that the platform understands and the simulator does not: never dropped, always refused. */
  readonly notSimulated: readonly string[]
}

/** Longest first, so that `NOT IN` is not read as a field called NOT and so on. */
const spellings = {
  LT_OR_EQUALS_FIELD: 'LT_OR_EQUALS_FIELD',
  GT_OR_EQUALS_FIELD: 'GT_OR_EQUALS_FIELD',
  'DOES NOT CONTAIN': 'NOTLIKE',
  EMPTYSTRING: 'EMPTYSTRING',
  CHANGESFROM: 'CHANGESFROM',
  ISNOTEMPTY: 'ISNOTEMPTY',
  STARTSWITH: 'STARTSWITH',
  INSTANCEOF: 'INSTANCEOF',
  VALCHANGES: 'CHANGES',
  RELATIVEGT: 'RELATIVE',
  RELATIVELT: 'RELATIVE',
  RELATIVEGE: 'RELATIVE',
  RELATIVELE: 'RELATIVE',
  RELATIVEEE: 'RELATIVE',
  CHANGESTO: 'CHANGESTO',
  'NOT LIKE': 'NOTLIKE',
  ENDSWITH: 'ENDSWITH',
  CONTAINS: 'LIKE',
  GT_FIELD: 'GT_FIELD',
  LT_FIELD: 'LT_FIELD',
  DATEPART: 'DATEPART',
  MATCH_PAT: 'MATCH_PAT',
  MATCH_RGX: 'MATCH_RGX',
  IN_HIERARCHY: 'IN_HIERARCHY',
  HASVARIABLE: 'HASVARIABLE',
  HASITEMVARIABLE: 'HASITEMVARIABLE',
  HASQUESTION: 'HASQUESTION',
  MORETHAN: 'MORETHAN',
  LESSTHAN: 'LESSTHAN',
  ANYTHING: 'ANYTHING',
  BETWEEN: 'BETWEEN',
  NOTLIKE: 'NOTLIKE',
  CHANGES: 'CHANGES',
  ISEMPTY: 'ISEMPTY',
  DYNAMIC: 'DYNAMIC',
  'NOT IN': 'NOT IN',
  NSAMEAS: 'NSAMEAS',
  SAMEAS: 'SAMEAS',
  NOTON: 'NOTON',
  NOTIN: 'NOT IN',
  LIKE: 'LIKE',
  '!=': '!=',
  '<=': '<=',
  '>=': '>=',
  IN: 'IN',
  ON: 'ON',
  '=': '=',
  '<': '<',
  '>': '>',
} as const

export type Operator = (typeof spellings)[keyof typeof spellings]

const operators = Object.keys(spellings) as (keyof typeof spellings)[]
const conditionShape = new RegExp(`^([a-z_][a-z0-9_.]*?)(${operators.join('|')})([^]*)$`)

export function parseCondition(part: string): Condition | undefined {
  const [, field, spelling, value = ''] = conditionShape.exec(part) ?? []
  if (field === undefined || spelling === undefined) return undefined
  return { field, operator: spellings[spelling as keyof typeof spellings], value }
}

const joinShape = /^JOIN(\w+)\.(\w+)=(\w+)\.(\w+)(?:!([^]*))?$/

function parseJoin(part: string): Join | undefined {
  const [, table, field, otherTable, otherField, where = ''] = joinShape.exec(part) ?? []
  if (table === undefined || field === undefined || otherTable === undefined || otherField === undefined)
    return undefined
  return { table, field, otherTable, otherField, where }
}

/**
 * How the platform's queries on related lists, sub-queries and texts begin; `GOTO` is where a list was scrolled to. `HAVING` and
 * `TREND` belong to aggregates.
 */
const knownElsewhere =
  /^(?:(?:NQ|OR)?(?:RLQUERY|SUBQUERY|GOTO|JOIN|IR_\w*QUERY|HAVING|TREND)|ENDRLQUERY|ENDSUBQUERY|123\w+321)/

/** `^OR` binds to the preceding condition only; whole alternatives need `^NQ`. There is no escape for a `^` in a value. */
export function parseEncodedQuery(encoded: string): EncodedQuery {
  const groups: QueryPart[][][] = [[]]
  const orderBy: { field: string; descending: boolean }[] = []
  const invalid: string[] = []
  const notSimulated: string[] = []
  /** A condition whose ^OR partner was dropped still starts its clause. */
  let lastClause: QueryPart[] | undefined

  const add = (part: string, alternative: boolean) => {
    const condition = parseJoin(part) ?? parseCondition(part)
    if (!condition && knownElsewhere.test(part)) return void notSimulated.push(part)
    if (!condition) return void invalid.push(part)
    if (alternative && lastClause) return void lastClause.push(condition)
    lastClause = [condition]
    groups.at(-1)?.push(lastClause)
  }

  for (const part of encoded.split('^')) {
    const order = /^(?:ORDERBY|GROUPBY)(DESC)?([a-z_][a-z0-9_.]*)$/.exec(part)
    if (part === '' || part === 'EQ') continue
    if (order?.[2] !== undefined) orderBy.push({ field: order[2], descending: order[1] !== undefined })
    else if (part.startsWith('NQ')) {
      groups.push([])
      lastClause = undefined
      if (part.length > 2) add(part.slice(2), false)
    } else if (part.startsWith('OR')) add(part.slice(2), true)
    else add(part, false)
  }
  return { groups, orderBy, invalid, notSimulated }
}
