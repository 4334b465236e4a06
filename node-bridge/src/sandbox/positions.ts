import type { Position } from './failures.ts'

const LONGEST_LINE = 160

const linesOf = (source: string) => source.split(/\r\n|[\n\r\u2028\u2029]/)

/** QuickJS counts columns in code points, editors in UTF-16 units. */
export function inUtf16(source: string, { line, column }: Position): Position {
  const points = [...(linesOf(source)[line - 1] ?? '')].slice(0, column - 1)
  return { line, column: points.join('').length + 1 }
}

/** Where a text stands first in the source. */
export function positionOf(source: string, text: string): Position | undefined {
  const index = source.indexOf(text)
  if (index < 0) return undefined
  const before = linesOf(source.slice(0, index))
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 }
}

/** The line with the one before and after it, and a mark below the column. */
export function frameOf(source: string, { line, column }: Position): string {
  const lines = linesOf(source)
  const from = Math.max(1, line - 1)
  const to = Math.min(lines.length, line + 1)
  const width = String(to).length
  const rows: string[] = []
  for (let number = from; number <= to; number++) {
    const text = (lines[number - 1] ?? '').slice(0, LONGEST_LINE)
    rows.push(`${number === line ? '>' : ' '} ${String(number).padStart(width)} | ${text}`)
    if (number !== line || column > LONGEST_LINE) continue
    // Tabs stay tabs below the line, so that the mark stands where the column does.
    rows.push(`  ${' '.repeat(width)} | ${text.slice(0, column - 1).replaceAll(/[^\t]/g, ' ')}^`)
  }
  return rows.join('\n')
}
