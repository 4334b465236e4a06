import { OPERATIONS } from '@accord/shared/contracts'

import { ConfigError } from './config-error.ts'

/** First segments of what the node itself answers: below one of them a path that a proxy took off could not be distinguished from one that it kept. */
const OWN = new Set([...Object.values(OPERATIONS).map(({ path }) => path.split('/')[1]), 'console'])
const PATH = /^(?:\/(?!\.{1,2}(?:\/|$))[\w.~-]+)*$/u

/**
 * Scheme, host, port and a path, as others will write them: signatures and cookies go by this very text. Throws `ConfigError`
 * with the name of the setting. `url` has no trailing slash.
 */
export function checkPlainUrl(setting: string, url: string): void {
  const { username, password, search, hash, origin, pathname } = new URL(url)
  if (username || password || search || hash)
    throw new ConfigError(`${setting}: must not hold credentials, a query or a fragment`)
  const path = pathname.replace(/\/$/u, '')
  if (!PATH.test(path))
    throw new ConfigError(
      `${setting}: its path takes letters, digits and . _ ~ - between single slashes, such as /accord`,
    )
  if (url !== origin + path) throw new ConfigError(`${setting}: must be written in its plain form, ${origin}${path}`)
  const [, first = ''] = path.split('/')
  if (OWN.has(first))
    throw new ConfigError(
      `${setting}: its path must not begin with /${first}, below which the node itself answers; take /accord`,
    )
}
