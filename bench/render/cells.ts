import type { Aim, Figure, Ratio } from '../result/figure.ts'
import { verdictOf } from '../result/statistics.ts'
import { formatValue } from './format.ts'

export const HEAD = ['', 'median', 'min', 'max', 'unit', 'ratio', 'aim', '']

export const cellsOf = (figure: Figure): string[] => {
  const { name, unit, spread, ratio, beside, aim } = figure
  return [
    name,
    formatValue(spread.median),
    formatValue(spread.min),
    formatValue(spread.max),
    unit,
    [ratio, beside].flatMap((each) => (each ? ratioText(each) : [])).join(', '),
    aim ? aimText(aim) : '',
    verdictOf(figure) ?? '',
  ]
}

const ratioText = ({ value, to }: Ratio): string => `${formatValue(value)} × ${to}`

const aimText = ({ of, least, most }: Aim): string => {
  const bound = least === undefined ? `≤ ${most}` : `≥ ${least}`
  return of === 'median' ? bound : `${bound} ×`
}
