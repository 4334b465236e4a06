import { faultOfText } from '../text/validate-text.js'
import { decodePunycode } from './punycode.js'

/**
 * The form of every URL that comes from a person's settings or from a peer, PROTOCOL.md §9.4: equal to its own normal form, and
 * nothing behind the path, so that a path put behind it stays the path. No URL class and no flag `u`: this also runs inside the instance.
 */
export const PLAIN_URL =
  /^https?:\/\/(?:[a-z0-9_-]+(?:\.[a-z0-9_-]+)*|\[[0-9a-f:.]+\])(?::[1-9]\d{0,4})?(?:\/(?!\.{1,2}(?:\/|$))[A-Za-z0-9._~-]+)*\/?$/

/** What is wrong with a URL, in words that complete “The address …”. */
export const URL_FAULTS = {
  length: 'is longer than 2,048 characters',
  characters: 'contains a blank, an invisible character or a letter beyond ASCII (a host is written in punycode)',
  scheme: 'does not begin with https:// or http:// in small letters',
  backslash: 'contains a backslash',
  fragment: 'holds a fragment (#)',
  query: 'holds a query (?)',
  user_info: 'holds a user name or a password (@)',
  host: 'has a host or a port that is not in its normal form',
  escape: 'holds a percent-encoded character',
  path: 'has a path with an empty or dot segment, or with other signs than letters, digits and . _ ~ -',
} as const

export type UrlFault = keyof typeof URL_FAULTS

export const URL_CHARACTERS = 2048

export function faultOfUrl(text: string): UrlFault | undefined {
  if (text.length > URL_CHARACTERS) return 'length'
  if (!/^[\x21-\x7e]+$/.test(text)) return 'characters'
  const [, scheme, authority = '', rest = ''] = /^(https?):\/\/([^/\\?#]*)(.*)$/.exec(text) ?? []
  if (scheme === undefined) return 'scheme'
  if (rest.indexOf('\\') >= 0) return 'backslash'
  if (rest.indexOf('#') >= 0) return 'fragment'
  if (rest.indexOf('?') >= 0) return 'query'
  if (authority.indexOf('@') >= 0) return 'user_info'
  if (text.indexOf('%') >= 0) return 'escape'
  if (!isNormalAuthority(authority, scheme)) return 'host'
  return PLAIN_URL.test(text) ? undefined : 'path'
}

const HOST_CHARACTERS = 253
const LABEL = /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/
const BYTE = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)'
const IPV4 = new RegExp(`^${BYTE}(?:\\.${BYTE}){3}$`)

function isNormalAuthority(authority: string, scheme: string): boolean {
  const [, host = '', port] = /^(\[[0-9a-f:.]+\]|[^:[\]]+)(?::([1-9]\d{0,4}))?$/.exec(authority) ?? []
  if (port !== undefined && (Number(port) > 65_535 || port === (scheme === 'https' ? '443' : '80'))) return false
  return host.charAt(0) === '[' || isNormalName(host)
}

/** Punycode has to stand for something that a person can see. */
function isLabel(label: string): boolean {
  if (!LABEL.test(label)) return false
  if (label.slice(0, 4) !== 'xn--') return true
  const decoded = decodePunycode(label.slice(4))
  return decoded !== undefined && /[^ -~]/.test(decoded) && faultOfText(decoded) === undefined
}

/** A name whose last label is a number is an address (WHATWG URL), and an address has one spelling. */
function isNormalName(host: string): boolean {
  const labels = host.split('.')
  if (host.length > HOST_CHARACTERS || !labels.every(isLabel)) return false
  return !/^(?:\d+|0x[0-9a-f]*)$/.test(labels[labels.length - 1] ?? '') || IPV4.test(host)
}
