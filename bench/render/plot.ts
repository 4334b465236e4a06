import type { Figure } from '../result/figure.ts'
import { formatValue } from './format.ts'

const WIDTH = 40

/** Bars of the figures with this unit, the longest as wide as the plot. Empty when there are fewer than two to compare. */
export function renderPlot(figures: readonly Figure[], unit: Figure['unit']): string {
  const chosen = figures.filter((figure) => figure.unit === unit)
  if (chosen.length < 2) return ''
  const most = Math.max(...chosen.map(({ spread }) => spread.median))
  const widest = Math.max(...chosen.map(({ name }) => name.length))
  const bars = chosen.map(({ name, spread }) => {
    const length = most > 0 ? Math.round((spread.median / most) * WIDTH) : 0
    return `  ${name.padEnd(widest)} ${'█'.repeat(length).padEnd(WIDTH)} ${formatValue(spread.median)}`
  })
  return [`  ${unit}`, ...bars].join('\n')
}
