import { escapeHidden } from '@accord/shared/protocol'

import type { Lines } from './output.ts'

/** Columns of equal width, without a line that holds blanks at its end. */
export function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): Lines {
  const cells = [head, ...rows].map((row) => row.map(escapeHidden))
  const widths = head.map((_title, i) => Math.max(...cells.map((row) => (row[i] ?? '').length)))
  return cells.map((row) =>
    row
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}

/** Names and values, one below the other. */
export function detailsOf(details: Readonly<Record<string, string | null | undefined>>): Lines {
  const known = Object.entries(details).filter(([, value]) => value !== null && value !== undefined && value !== '')
  const width = Math.max(0, ...known.map(([name]) => name.length))
  return known.map(([name, value]) => `${name.padEnd(width)}  ${value}`)
}
