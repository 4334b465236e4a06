import type { Row } from '../contracts.ts'
import { isJoin, parseEncodedQuery, type Condition } from '../records/encoded-query.ts'
import { comparisonsOf } from '../records/operators.ts'

/** What the condition of a quota rule may ask about a transaction. */
export interface TransactionDetails {
  readonly type: 'rest' | 'list' | 'form' | 'xmlhttp' | 'report' | 'scheduler'
  /** Path and query; of work in the background the name of its job. */
  readonly url: string
  /** Somebody waits for it. */
  readonly foreground: boolean
  readonly user: string
}

export interface QuotaRule {
  readonly limitMs: number
  matches(details: TransactionDetails): boolean
}

type Test = (details: TransactionDetails) => boolean

const isDetail = (field: string): field is keyof TransactionDetails =>
  ['type', 'url', 'foreground', 'user'].includes(field)

/** A regular expression has to match the whole address, as in Java. */
function readExpression(text: string): RegExp | undefined {
  try {
    return new RegExp(`^(?:${text})$`)
  } catch {
    return undefined
  }
}

/** What the condition means, or the part of it that is not simulated. */
function readCondition({ field, operator, value }: Condition): Test | string {
  if (!isDetail(field)) return `the condition ${field} of a quota rule`
  const expression = operator === 'MATCH_RGX' ? readExpression(value) : undefined
  if (expression) return (details) => expression.test(String(details[field]))
  const comparison = comparisonsOf()[operator]
  if (!comparison) return `the operator ${operator} in the condition of a quota rule`
  const columnType = field === 'foreground' ? 'boolean' : 'string'
  return (details) =>
    comparison({ value: String(details[field]), shown: () => String(details[field]) }, value, columnType)
}

/** A timer that is set for more than 24 days fires at once. */
const LONGEST_MS = 86_400_000

/** A row of `sysrule_quota`, or what of its condition is not simulated. */
export function readQuotaRule(row: Row): QuotaRule | string {
  const { groups, invalid, notSimulated } = parseEncodedQuery(row['condition'] ?? '')
  const [stranger] = [...invalid, ...notSimulated]
  if (stranger !== undefined) return `the condition ${stranger} of a quota rule`
  const read = groups.map((clauses) =>
    clauses.map((parts) => parts.map((part) => (isJoin(part) ? 'a join in a quota rule' : readCondition(part)))),
  )
  const refused = read.flat(2).find((test) => typeof test === 'string')
  if (refused !== undefined) return refused
  const holds = (test: Test | string, details: TransactionDetails) => typeof test !== 'string' && test(details)
  return {
    limitMs: Math.min(Number(row['max_duration'] ?? '') * 1_000, LONGEST_MS),
    matches: (details) => read.some((clauses) => clauses.every((tests) => tests.some((test) => holds(test, details)))),
  }
}

/** Which of the platform's kinds of transaction a request is. */
export function detailsOfRequest(originalUrl: string): Omit<TransactionDetails, 'user'> {
  const path = originalUrl.split('?')[0] ?? ''
  const type = path.startsWith('/api/')
    ? 'rest'
    : path.endsWith('/xmlhttp.do')
      ? 'xmlhttp'
      : path.endsWith('/sys_report_template.do')
        ? 'report'
        : path.endsWith('_list.do')
          ? 'list'
          : 'form'
  return { type, url: originalUrl, foreground: true }
}
