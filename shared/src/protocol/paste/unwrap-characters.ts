import type { Unwrapping } from './unwrapping.js'

const HYPHENS =
  /[\u00af\u02d7\u058a\u05be\u1806\u2010-\u2015\u2043\u207b\u208b\u2212\u2500\u23af\u2e3a\u2e3b\ufe31\ufe32\ufe58\ufe63\uff0d\u30fc\uff70]/g
const UNDERSCORES = /[\u02cd\u2017\u203f\u2054\ufe33\ufe34\ufe4d-\ufe4f\uff3f\u2581]/g
const DOTS = /[\u00b7\u2024\u2027\u22c5\u3002\u30fb\ufe52\uff0e\uff61]/g
const FULL_WIDTH = /[\uff01-\uff5e]/g

const narrow = (letter: string): string => String.fromCharCode(letter.charCodeAt(0) - 0xfee0)

/** What word processors, phones and fonts put in the place of `-`, `_`, `.` and of plain letters. */
export const lookAlikes: Unwrapping = {
  name: 'look-alike characters',
  needs: /[\u00af-\uffff]/,
  unwrap: (text) => text.replace(HYPHENS, '-').replace(UNDERSCORES, '_').replace(DOTS, '.').replace(FULL_WIDTH, narrow),
}

/** Typographic correction makes one long dash of two hyphens; which of the two, and what the other one was, is tried. */
export const enDashes: Unwrapping = {
  name: 'two hyphens as one dash',
  needs: /\u2013/,
  unwrap: (text) => text.replace(/\u2013/g, '--'),
}

export const emDashes: Unwrapping = {
  name: 'two hyphens as one long dash',
  needs: /[\u2014\u2e3a]/,
  unwrap: (text) => text.replace(/[\u2014\u2e3a]/g, '--'),
}

/** The underscore behind the version, swallowed or replaced; the code's header always begins with the same letters. */
export const lostUnderscore: Unwrapping = {
  name: 'lost underscore',
  needs: /accord1[^A-Za-z0-9_]{0,3}eyJ/i,
  unwrap: (text) => text.replace(/(accord1)[^A-Za-z0-9_]{0,3}(?=eyJ)/gi, '$1_'),
}
