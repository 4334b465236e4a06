import { faultOfText, faultOfUrl } from '@accord/shared/protocol'

import { refuse, type UrlGuard } from './url-guard.ts'

/** Pages of a ServiceNow instance, as they stand in the address bar: never a part of where Accord lives. */
const PAGE_PATH = /^\/(?:.*\.do|now|nav|sp|esc|login|\$)(?:[/;].*)?$/u

/**
 * The addresses under which Accord may live, best first, from what a person typed or copied out of the address bar:
 * a bare host name, a page, a URL with a query. Throws `url_refused`.
 */
export function basesOfTypedUrl(typed: string, guard: UrlGuard): string[] {
  const text = typed.trim()
  // The parser takes line breaks out and turns backslashes, so that another address would be called than the one that was read.
  if (faultOfText(text) !== undefined || text.includes('\\')) throw refuse('syntax', 'This is not a URL.')
  const url = guard.check(withScheme(text, guard))
  const path = url.pathname.replace(/\/+$/u, '')
  const isPage = path === '' || PAGE_PATH.test(url.pathname)
  const bases = isPage ? [url.origin] : [url.origin + path, url.origin]
  const plain = bases.filter((base) => faultOfUrl(base) === undefined)
  if (plain.length === 0) throw refuse('syntax', 'This host cannot be an address of Accord.')
  return plain
}

function withScheme(text: string, guard: UrlGuard): string {
  if (/^[a-z][a-z0-9+.-]*:\/\//iu.test(text)) return text
  if (/[\s<>"]/u.test(text) || text === '') throw refuse('syntax', 'This is not a URL.')
  return isLocalName(text) && allowsPlain(guard) ? `http://${text}` : `https://${text}`
}

const isLocalName = (text: string): boolean =>
  /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?(?:\/|$)/iu.test(text)

const allowsPlain = (guard: UrlGuard): boolean => {
  try {
    return guard.check('http://127.0.0.1').protocol === 'http:'
  } catch {
    return false
  }
}
