import type { Request } from 'express'
import { RestError } from '../rest-error.ts'
import { firstOf } from '../table/request-options.ts'
import { AGGREGATES, type Aggregate } from './aggregate.ts'

/** `count^priority^>^3`: groups that stay. */
export interface Having {
  readonly of: Wanted
  readonly operator: keyof typeof COMPARE
  readonly value: number
}

export interface Wanted {
  readonly aggregate: Aggregate
  readonly field: string
}

export interface StatsOrder {
  readonly by: Wanted | string
  readonly descending: boolean
}

export interface StatsOptions {
  readonly count: boolean
  readonly wanted: readonly Wanted[]
  readonly groupBy: readonly string[]
  readonly having: readonly Having[]
  readonly order: readonly StatsOrder[]
}

export const COMPARE = {
  '=': (a: number, b: number) => a === b,
  '!=': (a: number, b: number) => a !== b,
  '>': (a: number, b: number) => a > b,
  '>=': (a: number, b: number) => a >= b,
  '<': (a: number, b: number) => a < b,
  '<=': (a: number, b: number) => a <= b,
} as const

const listOf = (text: string | undefined): string[] =>
  (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)

const isAggregate = (text: string): text is Aggregate | 'count' =>
  text === 'count' || (AGGREGATES as readonly string[]).includes(text)

function wantedOf(name: string, field: string): Wanted | undefined {
  const aggregate = name.toLowerCase()
  return isAggregate(aggregate) ? { aggregate, field } : undefined
}

function readHaving(part: string): Having {
  const [name = '', field = '', operator = '', value = ''] = part.split('^')
  const of = wantedOf(name, field)
  if (!of || !Object.hasOwn(COMPARE, operator) || Number.isNaN(Number(value)))
    throw new RestError('invalidParameter', { detail: `sysparm_having: ${part} is not aggregate^field^operator^value` })
  return { of, operator: operator as keyof typeof COMPARE, value: Number(value) }
}

/** `AVG^state^DESC`, `state^DESC`, `COUNT`. */
function readOrder(part: string): StatsOrder {
  const steps = part.split('^')
  const descending = steps.at(-1)?.toUpperCase() === 'DESC'
  const [first = '', second] = descending ? steps.slice(0, -1) : steps
  const wanted = wantedOf(first, second ?? '')
  return { by: wanted && (second !== undefined || wanted.aggregate === 'count') ? wanted : first, descending }
}

export function statsOptionsOf(request: Request): StatsOptions {
  const value = (name: string) => firstOf(request.query[name])
  return {
    count: value('sysparm_count')?.toLowerCase() === 'true',
    wanted: AGGREGATES.flatMap((aggregate) =>
      listOf(value(`sysparm_${aggregate}_fields`)).map((field) => ({ aggregate, field })),
    ),
    groupBy: listOf(value('sysparm_group_by')),
    having: listOf(value('sysparm_having')).map(readHaving),
    order: listOf(value('sysparm_order_by')).map(readOrder),
  }
}
