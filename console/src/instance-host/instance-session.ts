import { TRUSTED_MS } from '../host/poll-pauses.ts'
import { hostRefusal } from '../host/refusal.ts'
import type { Person } from './watch-person.ts'

/** What the platform puts on the page: the session's token, and the user's language in one of two places. */
export interface PlatformWindow extends Window {
  g_ck?: string
  g_lang?: string
  NOW?: { readonly language?: string }
}

export interface InstanceSession {
  /** Before a call that follows a pause. Throws `session_ended`. */
  look(): Promise<void>
  /** Notes that a call was answered within the session. */
  isAlive(): void
  /** The same page, fetched again after a new login, holds the new token. */
  renew(): Promise<void>
}

/** Does not count as a sign of the person, so that an open page does not keep its session alive. */
export const AUTO_REQUEST = { sysparm_auto_request: 'true' } as const

const TOKEN_IN_PAGE = /g_ck\s*=\s*["']([^"']+)["']/
/** A login page may stand at the same address, with a token of its own; the root element of ours does not. */
const OUR_PAGE = 'accord-console'

/**
 * Whether the session still lives is asked of the page's own address, which answers with a login if it does not. The REST
 * API would answer 401 with `WWW-Authenticate: BASIC`: the browser then lays a login dialog of its own over the page, and
 * the call hangs until somebody closes it. Where the address answers otherwise although the session lives, behind some
 * proxy, nothing is concluded from it: that is tried once, beside the first call that was answered.
 */
export function watchSession(page: PlatformWindow, person: Person, now: () => number = Date.now): InstanceSession {
  let aliveAt = now()
  let tells: Promise<boolean> | undefined
  let looking: Promise<boolean> | undefined
  /** Takes over the token that the page holds. An instance in trouble counts as alive: it says so to the call itself. */
  const findsSession = async (): Promise<boolean> => {
    const { pathname, search } = page.location
    const query = new URLSearchParams(search)
    if (person.isAway()) for (const [name, value] of Object.entries(AUTO_REQUEST)) query.set(name, value)
    const address = pathname + (query.size > 0 ? `?${query.toString()}` : '')
    const answer = await page.fetch(address, { cache: 'no-store', redirect: 'manual' })
    if (answer.status >= 400) return true
    // Of a redirect a browser shows nothing, not even its status.
    const text = answer.ok ? await answer.text() : ''
    const token = text.includes(OUR_PAGE) ? TOKEN_IN_PAGE.exec(text)?.[1] : undefined
    if (token) page.g_ck = token
    return token !== undefined
  }
  const look = async () => {
    if (now() - aliveAt < TRUSTED_MS || !(await tells)) return
    looking ??= findsSession().finally(() => (looking = undefined))
    // A network that fails here fails the call, too, which has the words for it.
    if (!(await looking.catch(() => true))) throw hostRefusal('session_ended', 401)
  }
  const isAlive = () => {
    aliveAt = now()
    tells ??= findsSession().catch(() => false)
  }
  return { look, isAlive, renew: async () => void (await findsSession().catch(() => false)) }
}
