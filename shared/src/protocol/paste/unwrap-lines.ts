import { withoutGaps } from './gaps.js'
import type { Unwrapping } from './unwrapping.js'

/** `> `, `>> `, `| `. */
export const quoteMarks: Unwrapping = {
  name: 'marks of quoted lines',
  needs: /(?:^|\n)[>|]/,
  unwrap: (text) => text.replace(/(^|\n)[>|][>| ]*/g, '$1'),
}

const INITIALS = /(?:^|\n)([A-Za-z](?:[ \n]?[A-Za-z]){0,2})[ \n]?>/g

/** Letters that stand before most marks: those of a code do so once. Where a gap parts them, a line of its own may be the first. */
function initialsOf(text: string): string {
  const times: Record<string, number> = {}
  let most = ''
  for (const found of text.match(INITIALS) || []) {
    const letters = found.slice(0, -1).replace(/^\n|[ \n]$/g, '')
    const initials = letters.slice(letters.lastIndexOf('\n') + 1)
    times[initials] = (times[initials] || 0) + 1
    if (!most || (times[initials] || 0) > (times[most] || 0)) most = initials
  }
  return withoutGaps(most)
}

/** The same with the writer's initials before them. Apart, since the last letters of a code may stand before a `>` as well. */
export const quotedByInitials: Unwrapping = {
  name: 'marks of quoted lines, with initials',
  needs: /(?:^|\n)[A-Za-z](?:[ \n]?[A-Za-z]){0,2}[ \n]?>/,
  unwrap: (text) => {
    const mark = initialsOf(text).split('').join('[ \\n]?')
    return mark ? text.replace(new RegExp(`(^|\\n)${mark}[ \\n]?>[>| ]*`, 'g'), '$1') : text
  },
}

const NUMBER = /(^|\n)([0-9](?:[ \n]?[0-9]){0,3})(?:[ \n]?[:|)]| )[:|) ]*/g

const hasMark = (number: string): boolean => /[:|)]/.test(number)

/**
 * A gap may have come into a number: its digits belong together where it follows the one before. Digits of a code with a
 * gap behind them look like a number without a mark: there are none among numbers with one, and they are in no order.
 */
export const lineNumbers: Unwrapping = {
  name: 'line numbers',
  needs: /(?:^|\n)[0-9](?:[ \n]?[0-9]){0,3}(?:[ \n]?[:|)]| )/,
  unwrap: (text) => {
    const numbers = text.match(NUMBER) || []
    const areMarked = 2 * numbers.filter(hasMark).length > numbers.length
    let last = 0
    let at = 0
    return text.replace(NUMBER, (all, lineEnd: string, digits: string) => {
      at += 1
      const isNext = withoutGaps(digits) === String(last + 1)
      const lettersBefore = isNext ? '' : digits.slice(0, digits.lastIndexOf('\n') + 1)
      const number = Number(withoutGaps(digits.slice(lettersBefore.length)))
      const goesOn = parseInt(withoutGaps(numbers[at] || ''), 10) === number + 1
      const isInOrder = isNext || last === 0 || (goesOn && (number > last || (number === 1 && last > 1)))
      if (!hasMark(all) && (areMarked || !isInOrder)) return all
      last = number
      return lineEnd + lettersBefore
    })
  },
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
  needs: /[^A-Za-z0-9_.-](?:\n|$)|(?:^|\n)[^A-Za-z0-9_.-]/,
  unwrap: (text) => text.split('\n').map(trimMarks).join('\n'),
}
