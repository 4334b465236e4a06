import type { Random } from '../../../node-bridge/test/faults/network/random.ts'
import { pick } from '../codes/dress.ts'

export type Mangle = (text: string, random: Random) => string

/** An escape is one piece: what cuts lines or adds marks to an encoded text leaves it whole. */
export const PIECE = String.raw`(?:=[\dA-F]{2}|=\r?\n|%[\dA-Fa-f]{2}|\\u[\dA-Fa-f]{4}|\\u\d+\?|\\par|\\.|&[#\w]{2,20};|<[^<>\n]{1,24}>|.)`

/** Something between the letters, at a few places. */
export const sprinkle =
  (marks: readonly string[]): Mangle =>
  (text, random) => {
    const pieces = text.match(new RegExp(PIECE, 'gsu')) ?? []
    for (let left = 1 + Math.floor(random() * 8); left > 0; left -= 1)
      pieces.splice(Math.floor(random() * (pieces.length + 1)), 0, pick(random, marks))
    return pieces.join('')
  }

export const wrap = (text: string, width: number, end: string): string =>
  text
    .split('\n')
    .flatMap((line) => line.match(new RegExp(`${PIECE}{1,${width}}`, 'gu')) ?? [''])
    .join(end)

const HYPHENS = ['\u2010', '\u2011', '\u2013', '\u2014', '\u2212', '\uFE63', '\uFF0D']
const UNDERSCORES = ['\uFF3F', '\u2017', '\uFE4D']
const fullWidth = (letter: string) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfe_e0)

export const CHARACTERS: Readonly<Record<string, Mangle>> = {
  'invisible characters': sprinkle(['\u200B', '\u00AD', '\uFEFF', '\u2060', '\u200E', '\u202A', '\u202C', '\u200D']),
  'blanks and line ends': sprinkle([' ', '\t', '\u00A0', '\n', '\r\n', '\u2028', '  ']),
  'wrapped lines': (text, random) => wrap(text, 60 + Math.floor(random() * 30), pick(random, ['\n', '\r\n'])),
  'other hyphens': (text, random) => text.replaceAll('-', pick(random, HYPHENS)),
  'other underscores': (text, random) => text.replaceAll('_', pick(random, UNDERSCORES)),
  'two hyphens as one dash': (text, random) => text.replaceAll('--', pick(random, ['\u2013', '\u2014'])),
  'the prefix with a capital': (text) => text.replaceAll(/accord1(?=_)/giu, 'Accord1'),
  'the prefix in capitals': (text) => text.replaceAll(/accord1(?=_)/giu, 'ACCORD1'),
  'full width': (text) => text.replaceAll(/[!-~]/gu, fullWidth),
}
