import type { Row } from '../../contracts.ts'

export const AGGREGATES = ['avg', 'min', 'max', 'sum'] as const
export type Aggregate = (typeof AGGREGATES)[number] | 'count'

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0)

const OF_NUMBERS: Readonly<Record<Exclude<Aggregate, 'count'>, (numbers: readonly number[]) => string>> = {
  avg: (numbers) => (sum(numbers) / numbers.length).toFixed(4),
  sum: (numbers) => String(sum(numbers)),
  min: (numbers) => String(Math.min(...numbers)),
  max: (numbers) => String(Math.max(...numbers)),
}

/** One figure over some rows; empty fields do not count. Texts have a first and a last, no sum. */
export function aggregate(kind: Aggregate, field: string, rows: readonly Row[]): string {
  const values = rows.map((row) => row[field] ?? '').filter((value) => value !== '')
  if (kind === 'count') return String(field === '' ? rows.length : values.length)
  if (values.length === 0) return ''
  if (values.every((value) => !Number.isNaN(Number(value)))) return OF_NUMBERS[kind](values.map(Number))
  const sorted = values.toSorted()
  return (kind === 'min' ? sorted[0] : kind === 'max' ? sorted.at(-1) : '') ?? ''
}
