import { Router, type Request, type Response } from 'express'
import type { Row } from '../../contracts.ts'
import type { Viewer } from '../../records/manners.ts'
import type { RestParts } from '../parts.ts'
import { callerOf } from '../require-caller.ts'
import { RestError } from '../rest-error.ts'
import { optionsOf, type DisplayMode } from '../table/request-options.ts'
import { tableOf } from '../table/table-of.ts'
import { aggregate } from './aggregate.ts'
import { COMPARE, statsOptionsOf, type StatsOptions, type StatsOrder } from './stats-options.ts'

type Group = readonly Row[]

/** Rows that agree in every field of the grouping. */
function groupsOf(rows: readonly Row[], fields: readonly string[]): Group[] {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const key = JSON.stringify(fields.map((field) => row[field] ?? ''))
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return [...groups.values()]
}

function compareBy({ by, descending }: StatsOrder): (a: Group, b: Group) => number {
  const keyOf = (group: Group) =>
    typeof by === 'string' ? (group[0]?.[by] ?? '') : aggregate(by.aggregate, by.field, group)
  return (a, b) => {
    const [left, right] = [keyOf(a), keyOf(b)]
    const order = Number(left) - Number(right)
    return (Number.isNaN(order) ? left.localeCompare(right) : order) * (descending ? -1 : 1)
  }
}

function statsOf(group: Group, { count, wanted }: StatsOptions): object {
  const stats: Record<string, string | Record<string, string>> = count ? { count: String(group.length) } : {}
  for (const { aggregate: kind, field } of wanted) {
    stats[kind] = { ...(stats[kind] as Record<string, string> | undefined), [field]: aggregate(kind, field, group) }
  }
  return { stats }
}

function groupField(
  parts: RestParts,
  table: string,
  field: string,
  group: Group,
  display: DisplayMode,
  viewer: Viewer,
) {
  const value = group[0]?.[field] ?? ''
  const end = parts.store.walk(table, group[0] ?? {}, field)
  const shown = end ? parts.store.displayValue(end.table, end.field, value, viewer) : value
  if (display === 'all') return { field, value, display_value: shown }
  return { field, value: display === 'true' ? shown : value }
}

/** Only whoever may read the table and the fields gets figures of them; conditions of rows are not asked. */
async function requireReadable(parts: RestParts, response: Response, table: string, fields: readonly string[]) {
  const caller = callerOf(response)
  const onTable = await parts.access.decide('read', table, undefined, undefined, caller)
  if (!onTable.allowed) throw new RestError('notAuthorized')
  for (const field of fields) {
    const end = parts.store.walk(table, {}, field)
    if (!end) throw new RestError('invalidParameter', { detail: `${table} has no field ${field}` })
    const onField = await parts.access.decideField('read', end.table, undefined, end.field, caller)
    if (!onField.allowed) throw new RestError('notAuthorized')
  }
}

/** Rows that hold what stands at the end of dotted paths as well, under the path. */
function withPaths(
  { store }: RestParts,
  table: string,
  rows: readonly Row[],
  fields: readonly string[],
): readonly Row[] {
  const paths = fields.filter((field) => field.includes('.'))
  if (paths.length === 0) return rows
  return rows.map((row) => ({
    ...row,
    ...Object.fromEntries(paths.map((path) => [path, store.walk(table, row, path)?.value ?? ''])),
  }))
}

async function readStats(parts: RestParts, request: Request, response: Response): Promise<void> {
  const { name } = tableOf(parts, request)
  const { encodedQuery, display } = optionsOf(parts, request)
  const options = statsOptionsOf(request)
  const fields = [...options.groupBy, ...options.wanted.map(({ field }) => field)]
  await requireReadable(parts, response, name, fields)
  const encoded = await parts.engine.restrictQuery(name, encodedQuery, callerOf(response))
  const found = encoded === undefined ? [] : parts.store.query(name, { encoded }, callerOf(response))
  const rows = withPaths(parts, name, found, fields)
  const { groupBy } = options
  if (groupBy.length === 0) return void response.json({ result: statsOf(rows, options) })
  const kept = groupsOf(rows, groupBy).filter((group) =>
    options.having.every(({ of, operator, value }) =>
      COMPARE[operator](Number(aggregate(of.aggregate, of.field, group)), value),
    ),
  )
  for (const order of options.order.toReversed()) kept.sort(compareBy(order))
  const viewer = parts.store.viewerOf(callerOf(response))
  const result = kept.map((group) => ({
    ...statsOf(group, options),
    groupby_fields: groupBy.map((field) => groupField(parts, name, field, group, display, viewer)),
  }))
  response.json({ result })
}

/** Aggregate API: counts and figures of a table's rows, grouped. */
export function createStatsApi(parts: RestParts): Router {
  const router = Router()
  for (const root of ['/api/now/stats', '/api/now/v1/stats', '/api/now/v2/stats'])
    router.get(`${root}/:table`, async (request, response) => readStats(parts, request, response))
  return router
}
