import { escapeHidden, replaceHidden } from '@accord/shared/protocol'

/** One element, one line. A line break inside of one is shown as `\n`: only we begin lines. */
export type Lines = readonly string[]

interface Stream {
  readonly isTTY?: boolean | undefined
  readonly columns?: number | undefined
  write(text: string): unknown
}

/**
 * The one way out of every command: whatever stands in a line, it neither commands the terminal nor turns the direction of
 * reading nor looks like another line of ours.
 */
export function printLines(stream: Stream, lines: Lines): void {
  const columns = stream.isTTY ? stream.columns : undefined
  stream.write(lines.map((line) => `${writeLine(line, columns)}\n`).join(''))
}

/** The same value as JSON, with everything hidden as `\uXXXX`, which JSON reads as what it was. */
export const printJson = (stream: Stream, value: unknown): void =>
  void stream.write(`${escapeInJson(JSON.stringify(value, null, 2))}\n`)

export const escapeInJson = (json: string): string => replaceHidden(json, unitsOf, { lines: true })

const unitsOf = (point: number): string =>
  [...String.fromCodePoint(point)]
    .flatMap((character) => character.split(''))
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('')

/** What goes on in the next line of the terminal is marked, so that it does not look as if it began there. */
const CONTINUED = '    … '
const MIN_COLUMNS = 20

/** `columns`: of the terminal; undefined for a pipe, where a line has no end but its own. */
function writeLine(line: string, columns: number | undefined): string {
  const escaped = escapeHidden(line)
  // A code, a link or an id alone is there to be copied whole.
  if (columns === undefined || columns < MIN_COLUMNS || !escaped.includes(' ')) return escaped
  const rows: string[] = []
  let [row, width] = ['', 0]
  for (const character of escaped) {
    const wide = columnsOf(character)
    if (width + wide > columns) {
      rows.push(row)
      row = CONTINUED
      width = CONTINUED.length
    }
    row += character
    width += wide
  }
  return [...rows, row].join('\n')
}

/** At most what a terminal takes for it: to be too wide breaks a line early, which does no harm. */
const columnsOf = (character: string): number => ((character.codePointAt(0) ?? 0) < 0x1100 ? 1 : 2)

/** Lines of a text that is all ours, such as the help. */
export const linesOfOurs = (text: string): Lines => text.replace(/\n$/u, '').split('\n')
