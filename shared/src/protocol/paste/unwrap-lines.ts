import type { Unwrapping } from './unwrapping.js'

/** `> `, `>> `, `| `. */
export const quoteMarks: Unwrapping = {
  name: 'marks of quoted lines',
  needs: /(?:^|\n)[>|]/,
  unwrap: (text) => text.replace(/(^|\n)[>|][>| ]*/g, '$1'),
}

/** The same with the writer's initials before them. Apart, since the last letters of a code may stand before a `>` as well. */
export const quotedByInitials: Unwrapping = {
  name: 'marks of quoted lines, with initials',
  needs: /(?:^|\n)(?:[A-Za-z][ \n]?){1,3}>/,
  unwrap: (text) => text.replace(/(^|\n)(?:[A-Za-z][ \n]?){1,3}>[>| ]*/g, '$1'),
}

export const lineNumbers: Unwrapping = {
  name: 'line numbers',
  needs: /\n[0-9]{1,4}[:|) ]/,
  unwrap: (text) => text.replace(/(^|\n)[0-9]{1,4}[:|) ]+/g, '$1'),
}

/** Letters of codes, of addresses and of what still has to be decoded. */
const KEPT = /[A-Za-z0-9_.%&#;:/?=\\~-]/

function trimMarks(line: string): string {
  let from = 0
  let to = line.length
  while (from < to && !KEPT.test(line.charAt(from))) from += 1
  while (to > from && !KEPT.test(line.charAt(to - 1))) to -= 1
  return line.slice(from, to)
}

/** Quotes, plus signs, table bars, comment marks: whatever surrounds each line of a text that was cut into several. */
export const framedLines: Unwrapping = {
  name: 'marks around each line',
  needs: /[^A-Za-z0-9_.-]\n|\n[^A-Za-z0-9_.-]/,
  unwrap: (text) => text.split('\n').map(trimMarks).join('\n'),
}
