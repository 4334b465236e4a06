import { decodeBase64Latin, decodeBase64Text, decodeEscapes, decodeHexBytes } from './bytes.js'
import { withoutGaps } from './gaps.js'
import type { Unwrapping } from './unwrapping.js'

const ESCAPES = /%[ \n]?[0-9A-Fa-f][ \n]?[0-9A-Fa-f](?:[ \n]?%[ \n]?[0-9A-Fa-f][ \n]?[0-9A-Fa-f])*/g

/** Addresses inside addresses: Outlook, Google, Barracuda and most other gateways put the old link into a parameter. */
export const percentEncoding: Unwrapping = {
  name: 'percent-encoding',
  needs: /%[ \n]?[0-9A-Fa-f]/,
  unwrap: (text) => text.replace(ESCAPES, (run) => decodeEscapes(run)),
}

/** Proofpoint's second form: `-XX` for a byte, `_` for a slash, up to the next parameter. */
export const secondUrlDefense: Unwrapping = {
  name: 'URL Defense v2',
  needs: /[?&][ \n]?u[ \n]?=/,
  unwrap: (text) =>
    text.replace(/([?&][ \n]?u[ \n]?=)([A-Za-z0-9_. \n-]+)/g, (_, parameter: string, link: string) => {
      const slashed = withoutGaps(link).replace(/_/g, '/')
      return parameter + slashed.replace(/-([0-9A-Fa-f]{2})/g, (__, hex: string) => decodeHexBytes([hex]))
    }),
}

const RUN_LENGTHS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** What stands for `*` (one character) and for `**` with a letter that counts (several). */
function fillIn(link: string, encoded: string): string {
  const replaced = decodeBase64Latin(encoded)
  let used = 0
  return link.replace(/\*(?:\*([A-Za-z0-9_-]))?/g, (_, count?: string) => {
    const from = used
    used += count ? RUN_LENGTHS.indexOf(count) + 2 : 1
    return replaced.slice(from, used)
  })
}

const THIRD_FORM = /\/[ \n]?v[ \n]?3[ \n]?\/[ \n]?_[ \n]?_/
const THIRD_FORM_END = /_[ \n]?_[ \n]?;([A-Za-z0-9_= \n-]*)!?/g

/** Proofpoint's third form: `…/v3/__LINK__;REPLACED!!…`. Of one inside another only the outer end is written as such. */
export const thirdUrlDefense: Unwrapping = {
  name: 'URL Defense v3',
  needs: /_[ \n]?_[ \n]?;/,
  unwrap: (text) => {
    let plain = ''
    let from = 0
    THIRD_FORM_END.lastIndex = 0
    for (let end = THIRD_FORM_END.exec(text); end; end = THIRD_FORM_END.exec(text)) {
      const before = text.slice(from, end.index)
      const start = THIRD_FORM.exec(before)
      from = end.index + end[0].length
      if (!start) plain += before + end[0]
      else {
        const link = withoutGaps(before.slice(start.index + start[0].length))
        plain += `${before.slice(0, start.index)} ${fillIn(link, end[1] || '')} !`
      }
    }
    return plain + text.slice(from)
  },
}

/** Words that stand in lines of their own right before or behind the encoded ones. */
const STRAY_LINES = 2
/** The first letters of a text decode to plain characters; those of keys and signatures hardly ever do. */
const isPlain = (line: string): boolean => !/[^\t\n\r -~\u0080-\u00ff]/.test(decodeBase64Latin(line.slice(0, 16)))

function decodeRun(run: string): string {
  const lines = run.split('\n')
  for (let before = 0; before <= STRAY_LINES && before < lines.length; before += 1) {
    if (!isPlain(lines[before] || '')) continue
    for (let behind = 0; behind <= STRAY_LINES && before + behind < lines.length; behind += 1) {
      const decoded = decodeBase64Text(lines.slice(before, lines.length - behind).join(''))
      if (decoded !== undefined) return ` ${decoded} `
    }
  }
  return run
}

const BASE64 = /[A-Za-z0-9+/_-]{20,}(?:\n[A-Za-z0-9+/_-]+)*={0,2}/g

const PREFIX = /a[ \n]?c[ \n]?c[ \n]?o[ \n]?r[ \n]?d[ \n]?[0-9]{1,3}[ \n]?_/i
const LINE_BEFORE = /[A-Za-z0-9+/_-]{20}=+$/
const LETTER = /[A-Za-z0-9+/_-]/

/** Between the dots of a code, or one of several lines that were joined by their `=`. */
function isPiece(text: string, at: number, end: number): boolean {
  const [before, behind] = [text.charAt(at - 1), text.charAt(end)]
  if (before === '.' || behind === '.') return true
  return (
    (before === '=' && LINE_BEFORE.test(text.slice(Math.max(0, at - 24), at))) ||
    (text.charAt(end - 1) === '=' && LETTER.test(behind))
  )
}

/**
 * A body or a link in base64, as some gateways and raw mails have it. The letters of a code are base64 too, and a line of
 * them may read like text: a piece of something longer, and what stands behind a prefix without hiding another one, is left alone.
 */
export const base64: Unwrapping = {
  name: 'base64',
  needs: /[A-Za-z0-9+/_-]{20}/,
  unwrap: (text) => {
    const prefixAt = text.search(PREFIX)
    return text.replace(BASE64, (run: string, at: number) => {
      if (isPiece(text, at, at + run.length)) return run
      const decoded = decodeRun(run)
      return prefixAt >= 0 && prefixAt < at && !PREFIX.test(decoded) ? run : decoded
    })
  },
}
