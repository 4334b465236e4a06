import { codePointsOf, isHalf, textOf } from './code-points.js'
import { inTable } from './in-table.js'
import { isJoinerInPlace, JOINER, NON_JOINER } from './joiners.js'
import { isStyleInPlace } from './styles.js'

/** What a text of a person or a peer must not hold, PROTOCOL.md §2.8, in words that complete “The name …”. */
export const TEXT_FAULTS = {
  half_character: 'contains half of a character (a lone surrogate)',
  control: 'contains a control character',
  joiner: 'contains a joiner (U+200C, U+200D) where no letters or pictures need one',
  invisible: 'contains an invisible character',
} as const

export type TextFault = keyof typeof TEXT_FAULTS

/** `lines`: tabs and line breaks may stand in it. */
export interface TextOptions {
  readonly lines?: boolean
}

const isLineBreak = (point: number): boolean => point === 0x9 || point === 0xa || point === 0xd

function faultAt(points: readonly number[], at: number, { lines = false }: TextOptions): TextFault | undefined {
  const point = points[at] ?? 0
  if (point >= 0x20 && point < 0x7f) return undefined
  if (isHalf(point)) return 'half_character'
  if (!inTable('hidden', point) || (lines && isLineBreak(point))) return undefined
  if (point === JOINER || point === NON_JOINER) return isJoinerInPlace(points, at) ? undefined : 'joiner'
  if (point < 0xa0) return 'control'
  return isStyleInPlace(points, at) ? undefined : 'invisible'
}

/** The first fault of a text; undefined when everything in it can be seen. */
export function faultOfText(text: string, options: TextOptions = {}): TextFault | undefined {
  const points = codePointsOf(text)
  for (let at = 0; at < points.length; at++) {
    const fault = faultAt(points, at, options)
    if (fault) return fault
  }
  return undefined
}

/** A place that was given by what had to go is lost with it; more often than so, nothing that hides is kept. */
const PASSES = 8

/** The text with another one in the place of each character that must not stand in it, checked again until none is left. */
export function replaceHidden(text: string, replacement: (point: number) => string, options: TextOptions = {}): string {
  let now = text
  for (let pass = 0; pass < PASSES; pass++) {
    const next = replaceIn(now, replacement, (points, at) => faultAt(points, at, options) !== undefined)
    if (next === now) return now
    now = next
  }
  const hides = (point: number) => (isHalf(point) || inTable('hidden', point)) && !(options.lines && isLineBreak(point))
  return replaceIn(now, replacement, (points, at) => hides(points[at] ?? 0))
}

function replaceIn(
  text: string,
  replacement: (point: number) => string,
  isBad: (points: readonly number[], at: number) => boolean,
): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text
  const points = codePointsOf(text)
  return points.map((point, at) => (isBad(points, at) ? replacement(point) : textOf(point))).join('')
}

/** As a person can see it: `\n`, `\u{1b}`, `\u{202e}`. Nothing is left that commands a terminal, turns the line or begins another. */
export const escapeHidden = (text: string): string => replaceHidden(text, escapeOf)

const SHORT: Readonly<Record<number, string>> = { 0x9: '\\t', 0xa: '\\n', 0xd: '\\r' }

const escapeOf = (point: number): string => SHORT[point] ?? `\\u{${point.toString(16)}}`

/** As many units as the longest picture that the rule knows, the flag of England. */
const LONGEST_PICTURE = 14

/** The beginning of a text, with nothing at its end that has lost what it belongs to: half of a character, a joiner, a tag. */
export function cutText(text: string, max: number): string {
  if (text.length <= max) return text
  let cut = text.slice(0, max)
  for (let tries = 0; tries < LONGEST_PICTURE && faultOfText(cut, { lines: true }); tries++) cut = cut.slice(0, -1)
  return cut
}
