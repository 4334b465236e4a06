import type { Aim, Figure, Spread, Unit } from './figure.ts'

/** The value below which the share `q` (0 to 1) of the values lies, by the nearest rank. Throws for no values. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const value = sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(q * sorted.length) - 1))]
  if (value === undefined) throw new Error('There is nothing to take a quantile of')
  return value
}

/** The middle value; of an even number the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.floor((sorted.length - 1) / 2)]
  if (upper === undefined || lower === undefined) throw new Error('There is nothing to take a median of')
  return (lower + upper) / 2
}

export const spreadOf = (rounds: readonly number[]): Spread => ({
  median: median(rounds),
  min: Math.min(...rounds),
  max: Math.max(...rounds),
  rounds: rounds.length,
})

/** One figure of several rounds. `against`: the value that stands for 1 in the ratio, and its name. */
export function figureOf(
  name: string,
  unit: Unit,
  rounds: readonly number[],
  against?: { readonly value: number; readonly to: string },
  aim?: Aim,
): Figure {
  const spread = spreadOf(rounds)
  const ratio = against && { value: spread.median / against.value, to: against.to }
  return { name, unit, spread, ...(ratio ? { ratio } : {}), ...(aim ? { aim } : {}) }
}

/** Undefined for a figure of which nothing is asked. */
export function verdictOf({ spread, ratio, aim }: Figure): 'met' | 'missed' | undefined {
  const value = aim?.of === 'ratio' ? ratio?.value : spread.median
  if (!aim || value === undefined) return undefined
  return value >= (aim.least ?? -Infinity) && value <= (aim.most ?? Infinity) ? 'met' : 'missed'
}
