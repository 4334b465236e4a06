/* oxlint-disable no-misleading-character-class -- each of the invisible characters is meant by itself */
/*
 * What stands between the letters of a pasted text without being seen. Ranges are written out: the instance's engine
 * knows no `\p{}`, and its `\s` is older than the web's.
 */
const INVISIBLE =
  /[\u00ad\u034f\u0600-\u0605\u061c\u06dd\u070f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb]+/g
const INVISIBLE_PAIRS = /\ud834[\udd73-\udd7a]|\udb40[\udc00-\udfff]/g
const BLANKS = /[\t\v\f \u0085\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+/g
const LINE_ENDS = /\r\n?|[\u2028\u2029]/g

/**
 * The text with every run of white space and invisible characters as one blank, or as one line end where the run holds
 * one; without the zero bytes of a text that was read in the wrong encoding. All unwrappings and readings work on this form, so that a gap is at most one character.
 */
export const normaliseGaps = (text: string): string =>
  text
    .split('\0')
    .join('')
    .replace(LINE_ENDS, '\n')
    .replace(INVISIBLE_PAIRS, ' ')
    .replace(INVISIBLE, ' ')
    .replace(BLANKS, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')

export const withoutGaps = (text: string): string => text.replace(/[ \n]/g, '')
