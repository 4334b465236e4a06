import type { Section } from '../result/figure.ts'
import { cellsOf, HEAD } from './cells.ts'

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
