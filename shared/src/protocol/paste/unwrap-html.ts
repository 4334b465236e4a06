import { withoutGaps } from './gaps.js'
import type { Unwrapping } from './unwrapping.js'

const NAMED: Readonly<Record<string, string>> = {
  amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', shy: ' ', ensp: ' ', emsp: ' ', thinsp: ' ', zwj: ' ',
  zwnj: ' ', lrm: ' ', rlm: ' ', nobreak: ' ', zerowidthspace: ' ', tab: ' ', newline: '\n', lowbar: '_', underbar: '_',
  period: '.', middot: '\u00b7', hyphen: '-', dash: '-', minus: '-', ndash: '\u2013', mdash: '\u2014', colon: ':',
  sol: '/', num: '#', equals: '=', quest: '?', percnt: '%', bsol: '\\', semi: ';', grave: '`', ast: '*', verbar: '|',
  lbrace: '{', rbrace: '}', lcub: '{', rcub: '}', comma: ',', hellip: '\u2026',
} // prettier-ignore

const ENTITY = /&([#A-Za-z0-9 \n]{2,24});/g

function characterOf(entity: string, inside: string): string {
  const name = withoutGaps(inside)
  if (name.charAt(0) !== '#') return NAMED[name.toLowerCase()] || entity
  const hex = /^#[xX]([0-9A-Fa-f]{1,6})$/.exec(name)
  const decimal = /^#([0-9]{1,7})$/.exec(name)
  const point = hex ? parseInt(hex[1] || '', 16) : decimal ? Number(decimal[1]) : NaN
  return point > 0 && point <= 0xffff ? String.fromCharCode(point) : entity
}

export const entities: Unwrapping = {
  name: 'HTML entities',
  needs: /&[^;]{2,24};/,
  unwrap: (text) => text.replace(ENTITY, characterOf),
}

/** A tag begins with a name: `<https://…>` and `<accord1_…>` are none. */
const TAG = /<[ \n]?(?:\/?[ \n]?([A-Za-z][A-Za-z0-9:]{0,15})(?:[ \n/][^<>]*)?|[!?][^<>]*)>/g
const LINE_TAG = /^(?:br|p|div|li|tr|td|pre|blockquote|h[1-6])$/i

export const tags: Unwrapping = {
  name: 'HTML tags',
  needs: /<[ \n]?[A-Za-z/!?]/,
  unwrap: (text) => text.replace(TAG, (_, name) => (LINE_TAG.test(name || '') ? '\n' : ' ')),
}
