import { parser } from '@prometheus-io/lezer-promql'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { z } from 'zod'

import { readText } from './deployment-files.ts'

const METRICS = new Set([...readText('docs/operations.md').matchAll(/`(accord_\w+)`/gu)].map(([, name]) => name))
/** What a histogram is read by. */
const SUFFIX = /_(?:bucket|count|sum)$/u

const Alerts = z.object({
  groups: z.array(
    z.object({
      name: z.string(),
      rules: z.array(
        z.strictObject({
          alert: z.string(),
          expr: z.string(),
          for: z
            .string()
            .regex(/^\d+[smhd]$/u)
            .optional(),
          labels: z.strictObject({ severity: z.enum(['critical', 'warning']) }),
          annotations: z.strictObject({ summary: z.string(), description: z.string() }),
        }),
      ),
    }),
  ),
})
const Dashboard = z.object({
  panels: z.array(
    z.object({
      id: z.int(),
      title: z.string().min(1),
      description: z.string().min(1),
      gridPos: z.object({ x: z.int(), y: z.int(), w: z.int(), h: z.int() }),
      fieldConfig: z.object({ defaults: z.object({ unit: z.string().min(1) }) }),
      targets: z.array(z.object({ expr: z.string() })).min(1),
    }),
  ),
})

const alerts = Alerts.parse(parse(readText('deploy/monitoring/alerts.yaml'))).groups.flatMap(({ rules }) => rules)
const { panels } = Dashboard.parse(JSON.parse(readText('deploy/monitoring/dashboard.json')))

/** Grafana puts a duration there. */
const filledIn = (expression: string) => expression.replaceAll('$__rate_interval', '5m')

/** Where the parser of Prometheus stumbles; and the metrics that an expression reads. */
function read(expression: string) {
  const errors: number[] = []
  const metrics: string[] = []
  parser.parse(expression).iterate({
    enter: ({ type, from, to }) => {
      if (type.isError) errors.push(from)
      if (type.name === 'Identifier') metrics.push(expression.slice(from, to))
    },
  })
  return { errors, metrics }
}

test('the check itself finds a mistake, and the metrics of an expression', () => {
  expect(read('sum(rate(accord_x_total[5m])').errors).not.toEqual([])
  expect(read('sum by (le) (rate(accord_x_bucket{a="b"}[5m]))')).toEqual({ errors: [], metrics: ['accord_x_bucket'] })
})

describe.each([
  ...alerts.map(({ alert, expr }) => ({ name: `alert ${alert}`, expr })),
  ...panels.flatMap(({ title, targets }) => targets.map(({ expr }) => ({ name: `panel ${title}: ${expr}`, expr }))),
])('$name', ({ expr }) => {
  test('is an expression of Prometheus, over metrics that the node has', () => {
    const { errors, metrics } = read(filledIn(expr))
    expect(errors).toEqual([])
    const unknown = metrics.filter(
      (name) => name !== 'up' && !METRICS.has(name) && !METRICS.has(name.replace(SUFFIX, '')),
    )
    expect(unknown).toEqual([])
    expect(metrics.length).toBeGreaterThan(0)
  })
})

test('each alert has a name of its own; panels have ids of their own and lie beside each other', () => {
  expect(new Set(alerts.map(({ alert }) => alert)).size).toBe(alerts.length)
  expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length)
  const cells = panels.flatMap(({ gridPos: { x, y, w, h } }) =>
    Array.from({ length: w * h }, (_, cell) => `${x + (cell % w)},${y + Math.floor(cell / w)}`),
  )
  expect(new Set(cells).size).toBe(cells.length)
})

test('every metric of the node is watched by a rule or a panel', () => {
  const watched = [
    ...alerts.map(({ expr }) => expr),
    ...panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)),
  ]
    .flatMap((expression) => read(filledIn(expression)).metrics)
    .map((name) => name.replace(SUFFIX, ''))
  expect([...METRICS].filter((name) => name !== undefined && !watched.includes(name))).toEqual([])
})
