import type { Aim, Figure } from '../result/figure.ts'
import { verdictOf } from '../result/statistics.ts'
import { formatValue } from './format.ts'

export const HEAD = ['', 'median', 'min', 'max', 'unit', 'ratio', 'aim', '']

export const cellsOf = (figure: Figure): string[] => {
  const { name, unit, spread, ratio, aim } = figure
  return [
    name,
    formatValue(spread.median),
    formatValue(spread.min),
    formatValue(spread.max),
    unit,
    ratio ? `${ratio.value.toFixed(2)} × ${ratio.to}` : '',
    aim ? aimText(aim) : '',
    verdictOf(figure) ?? '',
  ]
}

const aimText = ({ of, least, most }: Aim): string => {
  const bound = least === undefined ? `≤ ${most}` : `≥ ${least}`
  return of === 'ratio' ? `${bound} ×` : bound
}
