import { area, curveStepAfter } from 'd3-shape'

/** Of what is not nothing so much is seen at least, beside the highest hour of 1. */
const LEAST = 0.08

/** The outline of these counts by the hour, one wide each, above the line at 0 or, with a sign of 1, below it; `most` is 1 high. */
export function outlineOf(counts: readonly number[], most: number, sign: 1 | -1): string {
  const heightOf = (count: number) => (count === 0 ? 0 : sign * Math.max(LEAST, count / most))
  const draw = area<number>()
    .x((_, at) => at)
    .y0(0)
    .y1(heightOf)
    .curve(curveStepAfter)
  // The last hour is as wide as the others.
  return draw([...counts, counts.at(-1) ?? 0]) ?? ''
}
