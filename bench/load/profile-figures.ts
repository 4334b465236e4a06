import type { Profiler } from 'node:inspector'

import type { Against, RelatedFigure } from '../result/figure.ts'
import { figureOf } from '../result/statistics.ts'
import { PARTS, partsOf } from './profile-parts.ts'

export interface Profiled {
  readonly profile: Profiler.Profile
  readonly count: number
}

/** Rows of one kind of work: its parts in µs, each as a share of all of them, too. What is below half a per cent is left out. */
export function profileFigures(work: string, rounds: readonly Profiled[], floor: Against): RelatedFigure[] {
  const perRound = rounds.map(({ profile, count }) => {
    const parts = partsOf(profile)
    return { count, parts, whole: [...parts.values()].reduce((sum, us) => sum + us, 0) }
  })
  const whole = figureOf(
    `${work}, main thread busy`,
    'µs',
    perRound.map(({ whole: us, count }) => us / count),
    floor,
  )
  const shares = PARTS.map((part) =>
    figureOf(
      `${work}, ${part}`,
      'µs',
      perRound.map(({ parts, count }) => (parts.get(part) ?? 0) / count),
      floor,
      { beside: { value: whole.spread.median, to: 'busy' } },
    ),
  ).filter(({ beside }) => (beside?.value ?? 0) >= 0.005)
  return [whole, ...shares.toSorted((a, b) => b.spread.median - a.spread.median)]
}
