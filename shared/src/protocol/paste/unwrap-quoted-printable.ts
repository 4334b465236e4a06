import { CONTROL, decodeEscapes } from './bytes.js'
import type { Unwrapping } from './unwrapping.js'

const ESCAPES = /= ?[0-9A-Fa-f][ \n]?[0-9A-Fa-f](?:[ \n]?= ?[0-9A-Fa-f][ \n]?[0-9A-Fa-f])*/g

/** Letters and digits are never written as an escape alone, and what no text holds never is: `=41` is more likely a soft line end that was joined. */
function decodeRun(run: string): string {
  const decoded = decodeEscapes(run)
  return run.length < 9 && (/[A-Za-z0-9]/.test(decoded) || CONTROL.test(decoded)) ? run : decoded
}

/** A text that was folded twice has two of them. */
const softBreaks = (text: string): string => text.replace(/=+\n/g, '')

/** Mail programs fold long lines with `=` at the end of each. */
export const softLineEnds: Unwrapping = {
  name: 'soft line ends',
  needs: /=\n/,
  unwrap: softBreaks,
}

export const quotedPrintable: Unwrapping = {
  name: 'quoted-printable',
  needs: /=\n|=[ \n]?[0-9A-Fa-f]/,
  unwrap: (text) => softBreaks(text).replace(ESCAPES, decodeRun),
}

const JOINED = /([?&#](?:u|url|q|a|d|code)=)|([^ \n=][ \n]?)=+(?=[ \n]?[^ \n=])/g

/**
 * Lines that were joined again while the `=` at their ends stayed, before whichever letter or mark the next line began
 * with. That of a link's parameter is none of them.
 */
export const joinedLineEnds: Unwrapping = {
  name: 'soft line ends, joined',
  needs: /[^ \n][ \n]?=[ \n]?[^ \n]/,
  unwrap: (text) => text.replace(JOINED, (_, parameter?: string, before?: string) => parameter || before || ''),
}
