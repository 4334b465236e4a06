import type { Figure, Section } from '../result/figure.ts'
import { formatValue } from './format.ts'

const HEAD = ['', 'median', 'min', 'max', 'unit', 'ratio']

const cellsOf = ({ name, unit, spread, ratio }: Figure): string[] => [
  name,
  formatValue(spread.median),
  formatValue(spread.min),
  formatValue(spread.max),
  unit,
  ratio ? `${ratio.value.toFixed(2)} × ${ratio.to}` : '',
]

/** A section as text: names to the left, numbers to the right, each column as wide as it has to be. */
export function renderTable({ title, figures, notes }: Section): string {
  const rows = [HEAD, ...figures.map(cellsOf)]
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const lines = rows.map((row) =>
    row
      .map((cell, column) =>
        column >= 1 && column <= 3 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  )
  return [title, ...lines.map((line) => `  ${line}`), ...notes.map((note) => `  (${note})`)].join('\n')
}
