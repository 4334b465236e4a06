import type { RequestHandler } from 'express'

import { Refusal } from '../refusals/refusal.ts'

/** Every path of ours, and nothing that two readers could read differently: no escape, no backslash, no empty or dot segment. */
const PLAIN_PATH = /^(?:\/(?!\.{1,2}(?:\/|$))[\w.~-]+)*\/?$/u

export const isPlainPath = (path: string): boolean => path.startsWith('/') && PLAIN_PATH.test(path)

/**
 * Before anything is routed. A proxy that decodes `..%2f` checks another path than the one that it passes on; here neither
 * is taken. `watch` sees what is refused. Throws `malformed`.
 */
export const refuseOddTarget =
  (watch: RequestHandler): RequestHandler =>
  (request, response, next) => {
    const [path = ''] = request.url.split('?', 1)
    if (isPlainPath(path)) return next()
    watch(request, response, () =>
      next(new Refusal('malformed', 'The path holds something that no path of a node holds.')),
    )
  }

/** What stands behind the host, without a trailing slash; empty for most. */
export const pathOfUrl = (url: string): string => new URL(url).pathname.replace(/\/$/u, '')

/** Behind a proxy that keeps the path of the public URL and behind one that takes it off, the node sees the same. */
export function takeOffPrefix(prefixes: readonly string[]): RequestHandler {
  const longestFirst = [...new Set(prefixes)].filter((prefix) => prefix !== '').toSorted((a, b) => b.length - a.length)
  return (request, _response, next) => {
    const prefix = longestFirst.find((candidate) => /^(?:\/|$)/u.test(rest(request.url, candidate)))
    if (prefix !== undefined) {
      request.url = request.url.slice(prefix.length) || '/'
      // What signatures are verified by: the path below the public URL.
      request.originalUrl = request.url
    }
    next()
  }
}

/** `#` for a URL that does not begin with the prefix: it begins no rest of one that does. */
const rest = (url: string, prefix: string): string => (url.startsWith(prefix) ? url.slice(prefix.length) : '#')
