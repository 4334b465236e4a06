import type { Against, Aim, Figure, Ratio, RelatedFigure, Spread, Unit } from './figure.ts'

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

const ratioOf = ({ median: value }: Spread, against: Against): Ratio => ({
  value: value / against.value,
  to: against.to,
})

/** What the machine does without us: the others are shown as ratios to it. */
export const limitOf = (name: string, unit: Unit, rounds: readonly number[]): Figure => ({
  name,
  unit,
  spread: spreadOf(rounds),
})

/** One figure of several rounds, as a ratio to what can be at all. `beside`: to another figure of the same measurement. */
export function figureOf(
  name: string,
  unit: Unit,
  rounds: readonly number[],
  against: Against,
  { beside, aim }: { readonly beside?: Against | undefined; readonly aim?: Aim | undefined } = {},
): RelatedFigure {
  const spread = spreadOf(rounds)
  return {
    name,
    unit,
    spread,
    ratio: ratioOf(spread, against),
    ...(beside ? { beside: ratioOf(spread, beside) } : {}),
    ...(aim ? { aim } : {}),
  }
}

/** Undefined for a figure of which nothing is asked. */
export function verdictOf({ spread, ratio, beside, aim }: Figure): 'met' | 'missed' | undefined {
  if (!aim) return undefined
  const value = { median: spread.median, ratio: ratio?.value, beside: beside?.value }[aim.of]
  if (value === undefined) return undefined
  return value >= (aim.least ?? -Infinity) && value <= (aim.most ?? Infinity) ? 'met' : 'missed'
}
