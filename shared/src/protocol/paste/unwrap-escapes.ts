import { withoutGaps } from './gaps.js'
import type { Unwrapping } from './unwrapping.js'

const CONTROLS: Readonly<Record<string, string>> = { n: '\n', r: '\n', t: ' ', b: ' ', f: ' ', v: ' ', '0': ' ' }
const STRING_ESCAPE =
  /\\[ \n]?(?:u[ \n]?([0-9A-Fa-f])[ \n]?([0-9A-Fa-f])[ \n]?([0-9A-Fa-f])[ \n]?([0-9A-Fa-f])|x[ \n]?([0-9A-Fa-f])[ \n]?([0-9A-Fa-f])|([nrtbfv"'/\\]))/g

const fromHex = (digits: string): string => String.fromCharCode(parseInt(digits, 16))

/** A string of JSON or of a program, with its escapes. */
export const stringEscapes: Unwrapping = {
  name: 'string escapes',
  needs: /\\[ \n]?[uxnrtbfv"'/\\]/,
  unwrap: (text) =>
    text.replace(STRING_ESCAPE, (_, a, b, c, d, e, f, plain) =>
      plain ? CONTROLS[plain] || plain : fromHex(a ? a + b + c + d : e + f),
    ),
}

/** Markdown's backslash before a mark, a shell's before a line end, also doubled. */
export const backslashes: Unwrapping = {
  name: 'backslashes',
  needs: /\\/,
  unwrap: (text) => text.replace(/\\+(?=[^A-Za-z0-9]|$)/g, ''),
}

/** A unit that ends with its `?` is whole in spite of gaps. */
const RTF_PIECE =
  /\\(?:'([0-9A-Fa-f]{2})|u(-?[0-9](?:[ \n]?[0-9]){0,5})[ \n]?\?|u(-?[0-9]{1,6}) ?|([a-z]{1,32})-?[0-9]{0,10} ?|([^a-z]))|[{}]/g
const RTF_BREAK = /^(?:par|line|tab|cell|row|sect|page)$/
const RTF_SIGNS: Readonly<Record<string, string>> = { _: '-', '-': '', '~': ' ', '*': '' }

function plainOf(hex?: string, whole?: string, bare?: string, word?: string, sign?: string): string {
  if (hex) return fromHex(hex)
  const unit = whole ? withoutGaps(whole) : bare
  if (unit) return String.fromCharCode(Number(unit) & 0xffff)
  if (word) return RTF_BREAK.test(word) ? '\n' : ''
  if (!sign) return ''
  return sign in RTF_SIGNS ? RTF_SIGNS[sign] || '' : sign
}

/** Rich text, of which the signs that stand for other letters are kept and the commands are not. */
export const richText: Unwrapping = {
  name: 'rich text',
  needs: /\{[ \n]?\\[ \n]?rtf/,
  unwrap: (text) => text.replace(RTF_PIECE, (_, hex, whole, bare, word, sign) => plainOf(hex, whole, bare, word, sign)),
}
